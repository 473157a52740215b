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
        using var none = new RosterWorkbooks(atOnce: 1, waiting: 0);
        var slow = new XlsxMaker().Sheet("ก", Enumerable.Range(1, 5_000).Select(i => new string?[] { $"{i}" })).Build();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => none.ReadAsync(slow, Table, new(), TestContext.Current.CancellationToken)))
        );

        Assert.Contains(answers, a => !a.IsRefused(out var _, out var _));
        var refusals = answers
            .Select(a => a.IsRefused(out var refusal, out _) ? refusal : null)
            .OfType<CddFunctions.Platform.Problem>()
            .ToList();
        Assert.NotEmpty(refusals);
        Assert.All(refusals, r => Assert.Equal((503, true), (r.Status, r.RetryAfter is not null)));
    }
}
