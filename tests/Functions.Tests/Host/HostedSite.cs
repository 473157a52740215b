using CddFunctions.Host;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Time.Testing;

namespace CddFunctions.Tests.Host;

/// <summary>
/// What the isolated worker is for us: another application with its own container, middleware and catch-all route, which hands over.
/// </summary>
internal sealed class HostedSite : IAsyncDisposable
{
    private readonly WebApplication _outer;
    private readonly DirectoryInfo _folder;

    private readonly Recorder _recorder;

    private HostedSite(WebApplication outer, HostedApplication guest, DirectoryInfo folder, Recorder recorder)
    {
        _outer = outer;
        HostedApplication = guest;
        _folder = folder;
        _recorder = recorder;
    }

    /// <summary>What the application has logged through the outer one.</summary>
    public IEnumerable<string> Lines => _recorder.Lines;

    public HostedApplication HostedApplication { get; }

    public string Address => _outer.Urls.First();

    /// <summary>What the outer application saw of a request after it was answered.</summary>
    public List<(string? Route, bool OwnServices)> Seen { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<HostedSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cdd-guest-");
        var definitions = folder.CreateSubdirectory("definitions");
        await File.WriteAllTextAsync(Path.Combine(definitions.FullName, "made-up.json"), MadeUpCampaign.Json().ToJsonString(), Ct);
        var recorder = new Recorder();
        var logs = LoggerFactory.Create(l => l.AddProvider(recorder));
        var guest = await HostedApplication.StartAsync(
            Ct,
            new(Data: folder.FullName),
            new FakeTimeProvider(MadeUpCampaign.Start),
            [$"--Campaigns:Folder={definitions.FullName}"],
            logs
        );

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 104_857_600);
        builder.Services.AddSingleton<Stranger>();
        var outer = builder.Build();
        var site = new HostedSite(outer, guest, folder, recorder);
        outer.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null });
        outer.MapMethods("/api/{*path}", ["get", "post", "put", "delete", "head"], site.HandOverAsync);
        outer.Urls.Add("http://127.0.0.1:0");
        await outer.StartAsync(Ct);
        return site;
    }

    public HttpClient Client(Action<HttpClient>? identify = null)
    {
        var client = new HttpClient { BaseAddress = new(Address) };
        identify?.Invoke(client);
        return client;
    }

    public string AdminKey => File.ReadAllText(Path.Combine(_folder.FullName, "admin.key"));

    public HttpClient Admin() => Client(c => c.DefaultRequestHeaders.Add("x-admin-key", AdminKey));

    public async ValueTask DisposeAsync()
    {
        await _outer.StopAsync(CancellationToken.None);
        await _outer.DisposeAsync();
        await HostedApplication.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task HandOverAsync(HttpContext context)
    {
        context.Items["path"] = "the outer application's";
        await HostedApplication.AnswerAsync(context);
        Seen.Add(
            (
                context.GetRouteValue("path") as string,
                context.RequestServices.GetService<Stranger>() is not null && context.GetRouteValue("campaign") is null
            )
        );
    }

    /// <summary>Something that only the outer container has.</summary>
    private sealed class Stranger;
}
