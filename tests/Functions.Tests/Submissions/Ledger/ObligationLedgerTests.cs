using CddFunctions.Campaigns;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.Ledger;

[Trait("suite", "http")]
public sealed class ObligationLedgerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_row_says_what_the_whole_ledger_says_of_it()
    {
        TestHead.NeedsInProcess("asks the ledger, which has no address for one row");
        await using var server = await TestServer.StartAsync();
        var first = (await TestServer.PostAsync(server.Admin, "t-a", "2101", "k", FieldValues())).Must(201);
        (await server.ReviewAsync("t-a", "2101", first.ETag, "accept")).Must(200);
        (await TestServer.PostAsync(server.Admin, "t-plan", "2102", "k", Plan())).Must(201);
        server.Clock.Now = server.Clock.Now.AddYears(1);
        var campaign = (await server.Services.GetRequiredService<CampaignCatalog>().FindAsync(TestServer.Campaign, Ct))!;
        var ledger = server.Services.GetRequiredService<ObligationLedger>();
        var targets = server.Services.GetRequiredService<Targets>();

        var whole = await ledger.RowsAsync(campaign, Ct);

        Assert.Contains(whole, r => r is { Task: "t-b", Unit: "2101", ChoiceMet: true, State: ObligationState.Open });
        Assert.Contains(whole, r => r is { Task: "t-b", Unit: "2102", State: ObligationState.Overdue });
        foreach (var row in whole)
        {
            Assert.False((await targets.FindAsync(campaign, row.Task, row.Unit, Ct)).IsRefused(out _, out var target));
            Assert.Equal(row, await ledger.RowAsync(target, Ct));
        }
    }
}
