using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>
/// How the host hands a client's request on to its worker over HTTP, and the worker's answer to the client, both as streams.
/// </summary>
internal static class Forwarding
{
    public const string HostVersion = "4.1037.0.0";

    /// <summary>Bytes. The host reads no longer body.</summary>
    public const long MostBytes = 104_857_600;

    /// <summary>Joins the request with the invocation that goes over the other stream.</summary>
    public const string InvocationHeader = "x-ms-invocation-id";

    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Host",
    };

    public static HttpMessageInvoker CreateClient() =>
        new(
            new WorkerCalls(
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    UseProxy = false,
                    ActivityHeadersPropagator = null,
                    // A connection that the worker is just closing would lose a request that is not its fault: each has its own.
                    PooledConnectionLifetime = TimeSpan.Zero,
                    Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
                }
            )
        );

    /// <summary>
    /// Reads no answer before the whole body is sent, unless the client asked with Expect: 100-continue. A worker that answers and closes
    /// before that breaks the pipe, and its answer is lost.
    /// </summary>
    public static HttpRequestMessage ToWorker(HttpRequest client, Uri worker, string invocation)
    {
        var target = client.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var address = new Uri($"http://{worker.Authority}{target}", AsItIs);
        var message = new HttpRequestMessage(new(client.Method), address) { Version = HttpVersion.Version11 };
        if (client.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            message.Content = new StreamedBody(client);
        foreach (var (name, values) in client.Headers.Where(h => !OfTheConnection.Contains(h.Key)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                message.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        AddForwarded(message, client);
        message.Headers.Add(InvocationHeader, invocation);
        return message;
    }

    public static async Task ToClientAsync(HttpResponseMessage answer, HttpResponse client, CancellationToken ct)
    {
        client.StatusCode = (int)answer.StatusCode;
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated);
        foreach (var (name, values) in headers.Where(h => !OfTheConnection.Contains(h.Key)))
            client.Headers[name] = values.ToArray();
        await client.StartAsync(ct);
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        await body.CopyToAsync(client.Body, ct);
    }

    /// <summary>
    /// What a client says about this is replaced, but for the scheme: Azure's front end, which has the certificate, says that one.
    /// </summary>
    private static void AddForwarded(HttpRequestMessage message, HttpRequest client)
    {
        var scheme = client.Headers["X-Forwarded-Proto"].ToString() is { Length: > 0 } said ? said : client.Scheme;
        Replace("X-Forwarded-For", client.HttpContext.Connection.RemoteIpAddress!.ToString());
        Replace("X-Forwarded-Host", client.Host.Value!);
        Replace("X-Forwarded-Proto", scheme);

        void Replace(string name, string value)
        {
            message.Headers.Remove(name);
            message.Headers.Add(name, value);
        }
    }

    private sealed class StreamedBody(HttpRequest client) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var buffer = new byte[81_920];
            while (await ReadAsync(buffer) is > 0 and var read)
                await stream.WriteAsync(buffer.AsMemory(0, read));
        }

        /// <summary>What cannot be read is the client's fault, whatever the server throws: the host answers 400.</summary>
        private async ValueTask<int> ReadAsync(Memory<byte> buffer)
        {
            try
            {
                return await client.Body.ReadAsync(buffer);
            }
            catch (IOException e) when (e is not (BadHttpRequestException or ConnectionResetException))
            {
                throw new BadHttpRequestException(e.Message, StatusCodes.Status400BadRequest, e);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = client.ContentLength ?? 0;
            return client.ContentLength is not null;
        }
    }
}
