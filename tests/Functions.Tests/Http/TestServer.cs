using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Host;
using CddFunctions.Platform.Hosting;

namespace CddFunctions.Tests.Http;

/// <summary>
/// The application as it is run: Kestrel on a free port, SQLite and files in a folder of its own, a clock that the test
/// moves. The programme is made up (<see cref="MadeUpProgramme"/>).
/// </summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Campaign = MadeUpProgramme.Id;

    private readonly WebApplication _app;
    private readonly bool _ownsFolder;
    private readonly List<HttpClient> _clients = [];

    private TestServer(WebApplication app, string folder, bool ownsFolder, ManualClock clock) =>
        (_app, Folder, _ownsFolder, Clock) = (app, folder, ownsFolder, clock);

    public string Folder { get; }

    public ManualClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    public string Address => _app.Urls.First();

    public string AdminKey => File.ReadAllText(Path.Combine(Folder, "admin.key"));

    public HttpClient Admin => Client(c => c.DefaultRequestHeaders.Add("x-admin-key", AdminKey));

    public HttpClient Anyone => Client(_ => { });

    /// <param name="data">Folder of an earlier server, to start on its data.</param>
    /// <param name="change">Changes the programme's file before the start.</param>
    /// <param name="head">Without timers of its own: a test moves the clock by days.</param>
    public static async Task<TestServer> StartAsync(
        string? data = null, Action<JsonObject>? change = null, ILoggerProvider? logs = null, ManualClock? clock = null, RateLimits? limits = null, Head head = Head.Bare)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("cdd-http-").FullName;
        var definitions = Path.Combine(folder, "definitions");
        Directory.CreateDirectory(definitions);
        var programme = MadeUpProgramme.Json();
        change?.Invoke(programme);
        await File.WriteAllTextAsync(Path.Combine(definitions, "made-up.json"), programme.ToJsonString());

        clock ??= new(MadeUpProgramme.Start);
        var app = Application.Build(new ServeArguments(Data: folder), clock, [$"--Campaigns:Folder={definitions}"], limits, head);
        var factory = app.Services.GetRequiredService<ILoggerFactory>();
        if (logs is not null)
            factory.AddProvider(logs);
        await Serve.StartAsync(app, 0, TestContext.Current.CancellationToken);
        return new(app, folder, data is null, clock);
    }

    public static string Of(string path) => $"/api/campaigns/{Campaign}/{path}";

    public static string HandIn(string task, string unit) => Of($"tasks/{task}/units/{unit}/submissions");

    public Task<HttpClient> OfficerAsync(string unit) => HolderAsync("officer", unit);

    public async Task<HttpClient> HolderAsync(string role, string subject) => With((await LinkAsync(role, subject)).Say("token"));

    public async Task<Answer> LinkAsync(string role, string subject) =>
        (await SendAsync(Admin, "POST", Of("links"), new JsonObject { ["role"] = role, ["subject"] = subject })).Must(201);

    public HttpClient With(string token) => Client(c => c.DefaultRequestHeaders.Authorization = new("Bearer", token));

    public static Task<Answer> GetAsync(HttpClient client, string path) => SendAsync(client, "GET", path);

    /// <summary>Hands in with a key; the body's members are the fields unless it says <c>fields</c> itself.</summary>
    public static Task<Answer> PostAsync(HttpClient client, string task, string unit, string key, JsonObject body) =>
        SendAsync(client, "POST", HandIn(task, unit), body, ("Idempotency-Key", key));

    public static Task<Answer> PutAsync(HttpClient client, string task, string unit, string ifMatch, JsonObject body) =>
        SendAsync(client, "PUT", HandIn(task, unit), body, ("If-Match", ifMatch));

    public Task<Answer> ReviewAsync(string task, string unit, string ifMatch, string decision, string? receipt = null) =>
        SendAsync(Admin, "POST", HandIn(task, unit) + "/review",
            new JsonObject { ["decision"] = decision, ["reason"] = "ขอแก้ไข", ["receipt"] = receipt }, ("If-Match", ifMatch));

    public async Task<JsonObject> ObligationAsync(string task, string unit) =>
        (await GetAsync(Admin, Of($"obligations?task={task}&unit={unit}"))).Must(200).Json.AsArray().Single()!.AsObject();

    public static Task<Answer> SendAsync(HttpClient client, string method, string path, JsonNode? json = null, params (string Name, string Value)[] headers) =>
        SendAsync(client, method, path, json is null ? null : new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json"), headers);

    public static async Task<Answer> SendAsync(HttpClient client, string method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response.StatusCode, response, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public static HttpContent Bytes(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private HttpClient Client(Action<HttpClient> identify)
    {
        var client = new HttpClient { BaseAddress = new(Address) };
        identify(client);
        _clients.Add(client);
        return client;
    }
}
