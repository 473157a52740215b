using System.Globalization;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Ballots;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Host.Doors;

/// <summary>The whole application with two programmes, and one link of every kind.</summary>
public sealed class DoorSite : IAsyncLifetime
{
    private const string Elsewhere = Definitions.Rayong;
    private readonly string _folder = Directory.CreateTempSubdirectory("cdd-doors-").FullName;

    internal TestServer Server { get; private set; } = null!;

    /// <summary>Everybody who asks, in the order of the table's columns.</summary>
    internal IReadOnlyList<Asker> Askers { get; private set; } = [];

    /// <summary>Every address of the application with every method that it takes, in the order of their names.</summary>
    internal IReadOnlyList<Doorway> Doorways { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        TestHead.NeedsInProcess("asks the running application for its endpoints");
        var definitions = Directory.CreateDirectory(Path.Combine(_folder, "definitions")).FullName;
        await File.WriteAllTextAsync(Path.Combine(definitions, "elsewhere.json"), Definitions.Load(Elsewhere).ToJsonString());
        new TestClock(Path.Combine(_folder, "clock")).Now = MadeUpCampaign.Start;
        Server = await VirtueBallot.StartAsync(data: _folder);
        Doorways = [.. Doorway.Of(Server.Services)];
        Askers =
        [
            new("none", Server.Anyone),
            new("forged", Server.With("forged.token")),
            await LinkAsync("admin", CallerRole.Admin, "chief"),
            await LinkAsync("officer", CallerRole.Officer, "2101"),
            await LinkAsync("other-unit", CallerRole.Officer, "2102"),
            await LinkAsync("viewer", CallerRole.Viewer, "province"),
            await LinkAsync("judge", CallerRole.Judge, "seat-1"),
            await LinkAsync("voter", CallerRole.Voter, "nobody"),
            await LinkAsync("intake", CallerRole.Intake, "t-plan"),
            await LinkAsync("elsewhere", CallerRole.Admin, "chief", Elsewhere),
            await LinkAsync("voter-elsewhere", CallerRole.Voter, "00000000000000aa", Elsewhere),
            new("lost-none", Server.Anyone, Campaign: "nowhere"),
            new("lost-key", Server.Admin, Campaign: "nowhere"),
            new("astray-none", Server.Anyone, Astray: true),
            await LinkAsync("astray-judge", CallerRole.Judge, "seat-2") with
            {
                Astray = true,
            },
            new("astray-key", Server.Admin, Astray: true),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is null)
            return;

        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Signed here and not asked for: nobody gives out a voter's link without a roll.</summary>
    private async Task<Asker> LinkAsync(string name, CallerRole role, string subject, string campaign = MadeUpCampaign.Id)
    {
        var link = new Link(role, subject, MadeUpCampaign.Start.AddDays(100), MadeUpCampaign.Start);
        var id = string.Create(CultureInfo.InvariantCulture, $"link-of-{name}");
        var deed = AuditAct.Of(campaign, null, AuditDeed.LinkMade, id, "", MadeUpCampaign.Start);
        await Server.Services.GetRequiredService<LinkStore>().AddAsync(campaign, id, link, deed, TestContext.Current.CancellationToken);
        var token = Server.Services.GetRequiredService<CapabilityTokens>().Sign(new StoredLink(id, link).In(campaign));
        return new(name, Server.With(token));
    }
}

/// <summary>Somebody at the door.</summary>
/// <param name="Campaign">The programme whose addresses are asked for.</param>
/// <param name="Astray">Everything in the address but the programme is unknown.</param>
internal sealed record Asker(string Name, HttpClient Client, string Campaign = MadeUpCampaign.Id, bool Astray = false);
