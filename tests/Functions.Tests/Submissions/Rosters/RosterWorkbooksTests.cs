using System.Threading.RateLimiting;
using CddFunctions.Campaigns.Model;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Sheets;

namespace CddFunctions.Tests.Submissions.Rosters;

public sealed class RosterWorkbooksTests
{
    private static readonly Field Table = MadeUpCampaign.Launched().Form("f-people").Fields[0];

    [Fact]
    public async Task Whoever_comes_while_too_many_are_read_is_asked_to_come_again()
    {
        var gate = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 0 });
        using var workbooks = new RosterWorkbooks(gate);
        var book = new XlsxMaker()
            .Sheet(
                "ก",
                [
                    ["1"],
                ]
            )
            .Build();
        var ct = TestContext.Current.CancellationToken;

        using (await gate.AcquireAsync(1, ct))
        {
            Assert.True((await workbooks.ReadAsync(book, Table, new(), ct)).IsRefused(out var busy, out _));
            Assert.Equal((503, true), (busy.Status, busy.RetryAfter is not null));
        }

        Assert.False((await workbooks.ReadAsync(book, Table, new(), ct)).IsRefused(out _, out _));
    }
}
