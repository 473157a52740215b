using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace CddFunctions.Tests.Platform.Telemetry;

/// <summary>
/// Takes whatever is posted to it and keeps the bytes, unpacked: an OpenTelemetry collector and an ingestion endpoint in one.
/// </summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body, string Authorization)> _received = new();

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/{**path}", collector.TakeAsync);
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        return collector;
    }

    /// <summary>All bodies sent to a path, one after the other. They hold their strings as UTF-8, whatever is around them.</summary>
    public byte[] Of(string path) => [.. _received.Where(r => r.Path == path).SelectMany(r => r.Body.Append((byte)'\n'))];

    public string TextOf(string path) => Encoding.UTF8.GetString(Of(path));

    public IEnumerable<string> Authorizations => _received.Select(r => r.Authorization);

    public IEnumerable<string> Paths => _received.Select(r => r.Path).Distinct();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await using (
            var content = request.Headers.ContentEncoding.Contains("gzip")
                ? new GZipStream(request.Body, CompressionMode.Decompress)
                : request.Body
        )
            await content.CopyToAsync(body);
        _received.Enqueue((request.Path.Value!, body.ToArray(), request.Headers.Authorization.ToString()));
        return Results.Text("{\"itemsReceived\":1,\"itemsAccepted\":1,\"errors\":[]}", "application/json");
    }
}
