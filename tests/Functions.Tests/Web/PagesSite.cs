using System.Text.Json.Nodes;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Web;

/// <summary>
/// The real application on a free port, with a few hand-ins of made-up offices: at 25 February 2024 one is accepted, one
/// returned, one waits, one came late and the other four are overdue.
/// </summary>
public sealed class PagesSite : IAsyncLifetime
{
    public const string Task = "t-assign";
    public const string Reason = "<b>แนบคำสั่ง</b><script>alert(1)</script>";

    /// <summary>A task whose name is markup, as a careless or hostile definition could have it.</summary>
    public const string HostileTask = "t-study";
    public const string HostileName = "<img src=x onerror=alert(1)>&amp;\"ศึกษา\"";

    public static readonly DateTimeOffset Now = new(2024, 2, 25, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly DateTimeOffset InTime = new(2024, 2, 20, 9, 0, 0, TimeSpan.FromHours(7));

    private TestServer _server = null!;

    public Uri Address => new(_server.Address);

    /// <summary>Follows no redirect and keeps no cookie, so that a test sees each answer.</summary>
    public HttpClient Plain { get; private set; } = null!;

    /// <summary>With the administrator's key.</summary>
    public HttpClient Admin { get; private set; } = null!;

    public static string Hand(string unit, string task = Task) =>
        $"/api/campaigns/{Definitions.Rayong}/tasks/{task}/units/{unit}/submissions";

    public async ValueTask InitializeAsync()
    {
        var rayong = Definitions.Load(Definitions.Rayong);
        rayong.At("tasks/" + HostileTask)["th"] = HostileName;
        _server = await TestServer.StartAsync(programme: rayong, at: InTime);
        Plain = Client();
        Admin = Client();
        Admin.DefaultRequestHeaders.Add("x-admin-key", _server.AdminKey);

        foreach (var unit in new[] { "2101", "2102", "2103" })
            await HandInAsync(unit);
        _server.Clock.Now = Now;
        await HandInAsync("2104");
        await ReviewAsync("2101", new { decision = "accept" });
        await ReviewAsync("2102", new { decision = "return", reason = Reason });
    }

    public async Task<JsonObject> LinkAsync(CallerRole role, string subject, DateTimeOffset? expiresAt = null)
    {
        var request = new
        {
            role = role.ToString().ToLowerInvariant(),
            subject,
            expiresAt,
        };
        var answer = await Admin.PostAsync(
            $"/api/campaigns/{Definitions.Rayong}/links",
            TestServer.Json(request),
            TestContext.Current.CancellationToken
        );
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken) ?? [];
    }

    public async Task<JsonArray> ObligationsAsync() =>
        await Admin.GetFromJsonAsync<JsonArray>($"/api/campaigns/{Definitions.Rayong}/obligations", TestContext.Current.CancellationToken)
        ?? [];

    /// <summary>Runs <paramref name="act"/> at another moment and comes back.</summary>
    public async Task<T> AtAsync<T>(DateTimeOffset moment, Func<Task<T>> act)
    {
        _server.Clock.Now = moment;
        try
        {
            return await act();
        }
        finally
        {
            _server.Clock.Now = Now;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Plain.Dispose();
        Admin.Dispose();
        await _server.DisposeAsync();
    }

    private HttpClient Client() =>
        new(Reached.Requests(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = Address };

    private async Task HandInAsync(string unit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Hand(unit)) { Content = TestServer.Json(new { fields = new { } }) };
        request.Headers.Add("Idempotency-Key", unit);
        (await Admin.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private async Task ReviewAsync(string unit, object decision)
    {
        using var current = await Admin.GetAsync(Hand(unit));
        using var request = new HttpRequestMessage(HttpMethod.Post, Hand(unit) + "/review") { Content = TestServer.Json(decision) };
        request.Headers.IfMatch.Add(current.Headers.ETag!);
        (await Admin.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
