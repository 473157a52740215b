using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>How the host turns a client's request into one for its handler, and the handler's answer into one for the client.</summary>
internal static class Forwarding
{
    public const string HostVersion = "4.1037.0.0";

    /// <summary>Bytes. The host reads no longer body.</summary>
    public const long MostBytes = 104_857_600;

    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <remarks>What was not seen: a body of length 0. Here its headers are passed on like those of any other.</remarks>
    /// <returns>Null where the host itself fails: a body without its length, or one that is too long.</returns>
    public static async Task<HttpRequestMessage?> ToHandlerAsync(HttpRequest client, int port, string invocation)
    {
        if (client.Headers.TransferEncoding.Count > 0 || client.ContentLength > MostBytes)
            return null;

        var message = new HttpRequestMessage(new(client.Method), new Uri($"http://127.0.0.1:{port}{PathAsSent(client)}{RebuiltQuery(client.Query)}", AsItIs)) { Version = HttpVersion.Version11 };
        if (client.ContentLength is not null)
            message.Content = new ByteArrayContent(await BodyAsync(client));
        foreach (var (name, values) in client.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                message.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        message.Headers.Host = client.Host.Value;
        message.Headers.TryAddWithoutValidation("User-Agent", $"Azure-Functions-Host/{HostVersion}");
        AddHostHeaders(message, invocation);
        return message;
    }

    public static void AddHostHeaders(HttpRequestMessage message, string invocation)
    {
        message.Headers.Add("X-Azure-Functions-HostVersion", HostVersion);
        message.Headers.Add("X-Azure-Functions-InvocationId", invocation);
    }

    /// <summary>Buffered and unchanged: status, headers, body.</summary>
    public static async Task ToClientAsync(HttpResponseMessage answer, HttpResponse client)
    {
        client.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!string.Equals(name, "Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
                client.Headers[name] = values.ToArray();
        }

        var body = await answer.Content.ReadAsByteArrayAsync();
        if (body.Length > 0)
            await client.Body.WriteAsync(body);
    }

    /// <summary>With its percent-encoding, also of slashes.</summary>
    private static string PathAsSent(HttpRequest client) => client.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];

    /// <summary>The host reads the query into a dictionary: of a key that comes twice, the values are joined by commas.</summary>
    private static string RebuiltQuery(IQueryCollection query) => QueryHelpers.AddQueryString("", query.ToDictionary(q => q.Key, q => (string?)q.Value.ToString(), StringComparer.Ordinal));

    private static async Task<byte[]> BodyAsync(HttpRequest client)
    {
        using var body = new MemoryStream((int)client.ContentLength!);
        await client.Body.CopyToAsync(body);
        return body.ToArray();
    }
}
