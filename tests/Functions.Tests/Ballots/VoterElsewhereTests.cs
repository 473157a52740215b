using CddFunctions.Ballots.Envelopes;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots;

/// <summary>
/// Whoever makes the links of another programme writes any subject into them, an entry of this roll as well. Such a link opens
/// nothing here: neither who is on the roll nor whether somebody voted.
/// </summary>
public sealed class VoterElsewhereTests
{
    private const string Elsewhere = "elsewhere";
    private static readonly string Page = $"/api/ui/{TestServer.Campaign}/vote/{Id}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_asks_a_voter_of_another_programme_for_a_code_like_anybody_else()
    {
        TestHead.NeedsInProcess("signs a link of a programme that is not there");
        await using var server = await StartAsync();
        var roll = await FreezeAsync(server, 3);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);

        foreach (var entry in roll.Take(2)) // one who voted, and one who has not
        {
            var stranger = await StrangerAsync(server, entry);

            Assert.Contains("id=\"code\"", (await TestServer.GetAsync(stranger, Page)).Must(200).Text, StringComparison.Ordinal);
            foreach (var step in new[] { "search", "review", "send" })
                Assert.DoesNotContain("นายสมมติ", (await PostAsync(stranger, step)).Must(401).Text, StringComparison.Ordinal);
            (await TestServer.GetAsync(stranger, At("paper"))).Must(403, "not-yours");
            (await VoteAsync(stranger, Choices(roll[2]))).Must(403, "not-yours");
        }
    }

    [Fact]
    public async Task Neither_the_paper_nor_the_vote_takes_a_caller_of_another_programme()
    {
        var lab = new BallotLab();
        var roll = await lab.FreezeAsync(3);
        foreach (var caller in new[] { Holder(CallerRole.Voter, Elsewhere), Holder(CallerRole.Officer, MadeUpCampaign.Id) })
        {
            var vote = new VoteRequest(
                new Dictionary<string, string?> { ["c-sufficiency"] = roll[1], ["c-discipline"] = PaperRules.Abstain }
            );

            Assert.Equal("not-yours", BallotLab.Refusal(await lab.Get<Papers>().OfAsync(lab.Target, caller, Ct)));
            Assert.Equal("not-yours", BallotLab.Refusal(await lab.Get<CastVote>().RunAsync(lab.Target, caller, vote, null, Ct)));
        }

        Assert.Equal("", BallotLab.Refusal(await lab.VoteAsync(roll[0], roll[1])));

        Caller Holder(CallerRole role, string campaign) => new(role, campaign, roll[0], "link");
    }

    private static Task<Answer> PostAsync(HttpClient client, string step) =>
        TestServer.SendAsync(client, "POST", Page, new FormUrlEncodedContent([new("step", step)]));

    private static async Task<HttpClient> StrangerAsync(TestServer server, string entry)
    {
        var link = new Link(CallerRole.Voter, entry, MadeUpCampaign.Start.AddDays(100), MadeUpCampaign.Start);
        var deed = AuditAct.Of(Elsewhere, null, AuditDeed.LinkMade, entry, "", MadeUpCampaign.Start);
        await server.Services.GetRequiredService<LinkStore>().AddAsync(Elsewhere, entry, link, deed, Ct);
        return server.With(server.Services.GetRequiredService<CapabilityTokens>().Sign(new StoredLink(entry, link).In(Elsewhere)));
    }
}
