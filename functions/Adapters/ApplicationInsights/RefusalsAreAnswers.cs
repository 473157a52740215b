using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CddFunctions.Adapters.ApplicationInsights;

/// <summary>A refusal is an answer, not a failure: the exporter calls every request answered 4xx a failed one, and only 5xx is.</summary>
/// <remarks>
/// The exporter judges by the status code and offers no say in it, and changing the tags of the span would change what the other
/// target is told. So the word is mended on its way out. Inside a value the quotes would be escaped.
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
