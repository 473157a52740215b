using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CddFunctions.Adapters.ApplicationInsights;

/// <summary>
/// Marks requests that were answered 4xx as successful. The exporter calls them failed, but a refusal is an answer; only 5xx is a failure.
/// </summary>
/// <remarks>
/// The exporter decides by the status code and has no setting for it, and changed tags of the span would reach the other target too. So the
/// JSON is changed while it is sent. The text that is replaced cannot be inside a value, where its quotes would be escaped.
/// </remarks>
public sealed class RefusalsAreAnswers : HttpPipelineSynchronousPolicy
{
    private const string Refused = ",\"responseCode\":\"4";

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Content is not { } content)
            return;

        using var body = new MemoryStream();
        content.WriteTo(body, message.CancellationToken);
        content.Dispose();
        var items = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        message.Request.Content = RequestContent.Create(
            Encoding.UTF8.GetBytes(items.Replace($"\"success\":false{Refused}", $"\"success\":true{Refused}", StringComparison.Ordinal))
        );
    }
}
