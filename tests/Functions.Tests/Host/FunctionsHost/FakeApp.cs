using System.Text;
using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>A folder like a published one, with a handler of a few lines (tests/npm/fake-handler.mjs) that does what it is asked.</summary>
internal sealed class FakeApp : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cdd-fake-");
    private FunctionsHostSimulator? _host;

    public FakeApp(string timeout = "00:10:00")
    {
        var script = Path.Combine(Repository.Root, "tests", "npm", "fake-handler.mjs");
        Write("host.json", $$"""
            {
              "version": "2.0",
              "functionTimeout": "{{timeout}}",
              "customHandler": { "description": { "defaultExecutablePath": "node", "arguments": ["{{script}}"] }, "enableForwardingHttpRequest": true }
            }
            """);
        foreach (var (name, route) in new[] { ("Echo", "echo/{id?}"), ("Exit", "exit/{code}"), ("Hang", "hang/{id}"), ("Moved", "moved"), ("Bytes", "bytes"), ("Nothing", "nothing") })
            Http(name, route, """["get", "post", "put", "head"]""", "anonymous");
        Http("Locked", "locked", """["get"]""", "function");
        foreach (var timer in new[] { "Good", "Empty", "NoContent", "PlainText", "Broken", "List", "Fails" })
            Write($"{timer}/function.json", """{ "bindings": [{ "type": "timerTrigger", "direction": "in", "name": "tick", "schedule": "0 0 * * * *" }] }""");
    }

    public FunctionsHostSimulator Host => _host ?? throw new InvalidOperationException("not started");

    public string Root => _folder.FullName;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public async Task<FakeApp> StartAsync(bool awaitHandler = true, params (string Name, string Value)[] environment)
    {
        var settings = environment.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        _host = await FunctionsHostSimulator.StartAsync(_folder.FullName, settings, TestContext.Current.CancellationToken, awaitHandler);
        return this;
    }

    /// <summary>Lines that the handler left in a file of its working directory.</summary>
    public IReadOnlyList<JsonNode> Left(string file) => [.. Lines(file).Select(l => JsonNode.Parse(l)!)];

    public IReadOnlyList<string> Lines(string file)
    {
        var path = Path.Combine(_folder.FullName, file);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Host.Address + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What the handler saw of a request.</summary>
    public async Task<JsonNode> EchoAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(method, path, content, headers);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Waits until the host has started its handler so many times.</summary>
    public async Task StartedAsync(int times)
    {
        while (Host.Starts < times)
            await Task.Delay(TimeSpan.FromMilliseconds(25), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private void Http(string name, string route, string methods, string level) => Write($"{name}/function.json", $$"""
        {
          "bindings": [
            { "type": "httpTrigger", "direction": "in", "name": "req", "authLevel": "{{level}}", "methods": {{methods}}, "route": "{{route}}" },
            { "type": "http", "direction": "out", "name": "res" }
          ]
        }
        """);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
