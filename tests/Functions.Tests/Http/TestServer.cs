using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Host;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Http;

/// <summary>
/// The application as it is run, on the head that this test process is for (<see cref="TestHead"/>): data in a folder of its
/// own, a clock that the test moves. The programme is made up (<see cref="MadeUpCampaign"/>) unless the test brings another.
/// </summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Campaign = MadeUpCampaign.Id;

    private readonly IServerHead _head;
    private readonly bool _ownsFolder;
    private readonly List<HttpClient> _clients = [];
    private Task<string>? _ended;

    private readonly ServerPlan _plan;

    private TestServer(IServerHead head, ServerPlan plan, bool ownsFolder) => (_head, _plan, _ownsFolder) = (head, plan, ownsFolder);

    public string Folder => _plan.Folder;

    public TestClock Clock => _plan.Clock;

    /// <summary>Only for tests that say why (<see cref="TestHead.NeedsInProcess"/>).</summary>
    public IServiceProvider Services => ((InProcessHead)_head).Services;

    public string Address => _head.Address;

    public string AdminKey => File.ReadAllText(Path.Combine(Folder, "admin.key"));

    public HttpClient Admin => Client(c => c.DefaultRequestHeaders.Add("x-admin-key", AdminKey));

    public HttpClient Anyone => Client(_ => { });

    /// <param name="data">Folder of an earlier server, to start on its data and at its time.</param>
    /// <param name="change">Changes the programme's file before the start.</param>
    /// <param name="programme">Another programme than the made-up one.</param>
    /// <param name="at">Where the clock stands; else ten days before everything is due.</param>
    /// <exception cref="InvalidOperationException">It could not start.</exception>
    public static async Task<TestServer> StartAsync(
        string? data = null,
        Action<JsonObject>? change = null,
        JsonObject? programme = null,
        DateTimeOffset? at = null,
        params (string Key, string Value)[] settings
    )
    {
        programme ??= MadeUpCampaign.Json();
        change?.Invoke(programme);
        var plan = await PlanAsync(data, programme, at, settings);
        return new(await TestHead.StartAsync(plan, TestContext.Current.CancellationToken), plan, ownsFolder: data is null);
    }

    /// <summary>For tests about one head, one store or the container: inside this process, whatever it is for.</summary>
    public static async Task<TestServer> StartInProcessAsync(Head head = Head.Bare, params (string Key, string Value)[] settings)
    {
        var plan = await PlanAsync(null, MadeUpCampaign.Json(), null, settings);
        return new(await InProcessHead.StartAsync(plan, TestContext.Current.CancellationToken, head), plan, ownsFolder: true);
    }

    private static async Task<ServerPlan> PlanAsync(
        string? data,
        JsonObject programme,
        DateTimeOffset? at,
        (string Key, string Value)[] settings
    )
    {
        var folder = data ?? Directory.CreateTempSubdirectory("cdd-http-").FullName;
        var definitions = Directory.CreateDirectory(Path.Combine(folder, "definitions")).FullName;
        await File.WriteAllTextAsync(Path.Combine(definitions, "made-up.json"), programme.ToJsonString());
        var clock = new TestClock(Path.Combine(folder, "clock"));
        if (data is null)
            clock.Now = at ?? MadeUpCampaign.Start;
        return new(folder, definitions, clock, settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal));
    }

    /// <summary>Runs a timer once. Needs <see cref="TestHead.NeedsTimers"/>.</summary>
    public async Task FireAsync(string timer)
    {
        await _head.FireAsync(timer);
        Reached.Note(timer);
    }

    /// <summary>What it has logged so far; only for tests that say why (<see cref="TestHead.NeedsOwnTimers"/>).</summary>
    public string Log => ((EmbeddedHead)_head).Log;

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
        SendAsync(
            Admin,
            "POST",
            HandIn(task, unit) + "/review",
            new JsonObject
            {
                ["decision"] = decision,
                ["reason"] = "ขอแก้ไข",
                ["receipt"] = receipt,
            },
            ("If-Match", ifMatch)
        );

    public async Task<JsonObject> ObligationAsync(string task, string unit) =>
        (await GetAsync(Admin, Of($"obligations?task={task}&unit={unit}"))).Must(200).Json.AsArray().Single()!.AsObject();

    public static Task<Answer> SendAsync(
        HttpClient client,
        string method,
        string path,
        JsonNode? json = null,
        params (string Name, string Value)[] headers
    ) =>
        SendAsync(
            client,
            method,
            path,
            json is null ? null : new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json"),
            headers
        );

    public static async Task<Answer> SendAsync(
        HttpClient client,
        string method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response.StatusCode, response, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>With its length, as browsers and curl send it.</summary>
    public static HttpContent Json(object body) =>
        Bytes(JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web), "application/json");

    public static HttpContent Bytes(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    /// <summary>Ends the application before the test does.</summary>
    /// <returns>All that it logged.</returns>
    public Task<string> EndAsync() => _ended ??= _head.EndAsync();

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await EndAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private HttpClient Client(Action<HttpClient> identify)
    {
        var client = new HttpClient(Reached.Requests(new SocketsHttpHandler())) { BaseAddress = new(Address) };
        identify(client);
        _clients.Add(client);
        return client;
    }
}
