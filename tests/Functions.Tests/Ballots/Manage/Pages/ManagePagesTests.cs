using System.Net;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Submissions.HandIns.Pages;
using CddFunctions.Tests.Web;
using static CddFunctions.Tests.Ballots.VirtueBallot;

namespace CddFunctions.Tests.Ballots.Manage.Pages;

/// <summary>The page that runs a vote, without a browser: what is refused, taken back, decided, and told to the second person.</summary>
[Trait("suite", "http")]
public sealed class ManagePagesTests
{
    private static readonly string Manage = $"/api/ui/{TestServer.Campaign}/{Here}/manage";

    [Fact]
    [Trait("heads", "all")]
    public async Task A_proposal_is_confirmed_as_it_was_read_or_taken_back()
    {
        await using var server = await StartAsync();
        await FreezeAsync(server, 3);
        using var plain = Plain(server);
        var first = await ReaderAsync(server, plain, "first");
        var second = await ReaderAsync(server, plain, "second");

        Assert.Equal(422, Code(await first.PostAsync(Manage, Manage, ("step", "extend"), ("reason", "ฝนตก"))));
        var refused = await first.PostAsync(Manage, Manage, Extend("16", "ฝนตก & ลม", "25.99"));
        Assert.Contains("value=\"ฝนตก &amp; ลม\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal($"{Manage}?done=extend", (await first.PostAsync(Manage, Manage, Extend("16", "ฝนตก", "16.30"))).Location);
        var read = Proposal(await second.PageAsync(Manage));
        Assert.DoesNotContain("value=\"confirm\"", await first.PageAsync(Manage), StringComparison.Ordinal);
        Assert.Equal(403, Code(await first.PostAsync(Manage, Manage, ("step", "confirm"), ("proposal", read))));

        // the first proposes something else between the second's reading and pressing
        await first.PostAsync(Manage, Manage, Extend("20", "ขอเพิ่ม", "16.30"));
        var changed = await second.PostAsync(Manage, Manage, ("step", "confirm"), ("proposal", read));
        Assert.Equal(409, Code(changed));
        Assert.Contains("ขอเพิ่ม", changed.Html, StringComparison.Ordinal); // what waits now stands below
        Assert.Equal(409, Code(await second.PostAsync(Manage, Manage, ("step", "withdraw"), ("proposal", read))));
        var now = Proposal(changed.Html);
        Assert.Equal($"{Manage}?done=withdraw", (await first.PostAsync(Manage, Manage, ("step", "withdraw"), ("proposal", now))).Location);
        Assert.Equal(409, Code(await second.PostAsync(Manage, Manage, ("step", "confirm"), ("proposal", now))));
        Assert.DoesNotContain("name=\"proposal\"", await second.PageAsync(Manage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_second_person_is_told_before_the_vote_is_stuck()
    {
        await using var server = await StartAsync(at: Before);
        using var plain = Plain(server);
        const string Start = "นับเป็นคนเดียวกับผู้ดูแลทุกคน";
        const string Alone = "ยังไม่มีผู้ดูแลคนที่สอง";

        Assert.Contains(Start, (await TestServer.GetAsync(server.Admin, Manage)).Must(200).Text, StringComparison.Ordinal);
        var first = await ReaderAsync(server, plain, "first");
        Assert.Contains(Alone, await first.PageAsync(Manage), StringComparison.Ordinal);
        await ReaderAsync(server, plain, "second");

        Assert.DoesNotContain(Alone, await first.PageAsync(Manage), StringComparison.Ordinal);
        Assert.Contains(Start, (await TestServer.GetAsync(server.Admin, Manage)).Must(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_administrator_stands_for_the_freeze_so_that_the_first_can_add()
    {
        await using var server = await StartAsync(at: Before);
        (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), Staff(3))).Must(200);
        using var plain = Plain(server);
        var first = await ReaderAsync(server, plain, "first");
        var second = await ReaderAsync(server, plain, "second");
        var roll = $"/api/ui/{TestServer.Campaign}/{Here}/roll";
        var hash = (await TestServer.SendAsync(server.Admin, "PUT", At("roll"), Staff(4))).Must(200).Say("hash");
        (string, string)[] one = [("step", "one"), ("title", "นาย"), ("given", "มาใหม่"), ("family", "ทดสอบ"), ("reason", "โอนมา")];
        Assert.Equal($"{roll}?done=frozen", (await first.PostAsync(roll, roll, ("step", "freeze"), ("hash", hash))).Location);

        Assert.Equal(403, Code(await first.PostAsync(roll, roll, one)));
        Assert.DoesNotContain("value=\"stand\"", await first.PageAsync(Manage), StringComparison.Ordinal);
        Assert.Equal(409, Code(await second.PostAsync(Manage, Manage, ("step", "stand"), ("hash", "another"))));
        Assert.Equal($"{Manage}?done=stand", (await second.PostAsync(Manage, Manage, ("step", "stand"), ("hash", hash))).Location);

        Assert.Equal($"{roll}?done=added", (await first.PostAsync(roll, roll, one)).Location);
        Assert.Equal(403, Code(await second.PostAsync(roll, roll, one)));
    }

    [Fact]
    public async Task The_chairs_decision_is_written_down_and_whoever_did_cannot_certify()
    {
        await using var server = await StartAsync(ballot => ballot["tieBreaks"]![0]!["rule"] = "chair");
        var roll = await FreezeAsync(server, 3);
        (await VoteAsync(server, roll[0], Choices(roll[1]))).Must(201);
        (await VoteAsync(server, roll[1], Choices(roll[2]))).Must(201);
        using var plain = Plain(server);
        var first = await ReaderAsync(server, plain, "first");
        var second = await ReaderAsync(server, plain, "second");
        Assert.Equal(409, Code(await first.PostAsync(Manage, Manage, ("step", "tally"))));
        server.Clock.Now = LastSecond.AddSeconds(1);
        Assert.Equal($"{Manage}?done=tally", (await first.PostAsync(Manage, Manage, ("step", "tally"))).Location);

        (string, string)[] decision = [("step", "tie"), ("contest", "c-sufficiency"), ("winner", roll[2])];
        Assert.Contains("คะแนนเท่ากัน 2 คน เลือก 1 คน", await first.PageAsync(Manage), StringComparison.Ordinal);
        var refused = await first.PostAsync(Manage, Manage, decision);
        Assert.Equal(400, Code(refused));
        Assert.Contains($"value=\"{roll[2]}\" checked", refused.Html, StringComparison.Ordinal);
        Assert.Equal($"{Manage}?done=tie", (await first.PostAsync(Manage, Manage, [.. decision, ("reason", "อาวุโสกว่า")])).Location);

        var own = await first.PageAsync(Manage);
        Assert.DoesNotContain("value=\"certify\"", own, StringComparison.Ordinal);
        Assert.Contains("ผู้ที่ทำได้: second", own, StringComparison.Ordinal);
        Assert.Contains("value=\"certify\"", await second.PageAsync(Manage), StringComparison.Ordinal);
        Assert.Equal(409, Code(await second.PostAsync(Manage, Manage, ("step", "certify")))); // without the result that was read
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task A_programme_without_a_vote_has_no_such_entry_and_several_votes_have_a_list()
    {
        await using var phayao = await CampaignSite.StartAsync(Definitions.Phayao, MadeUpCampaign.Start);
        await using var server = await StartAsync();
        using var plain = Plain(server);
        var admin = await ReaderAsync(server, plain, "first");
        var start = $"/api/ui/{TestServer.Campaign}";

        Assert.DoesNotContain(
            "/ballots\"",
            (await TestServer.GetAsync(phayao.Server.Admin, $"/api/ui/{Definitions.Phayao}")).Must(200).Text
        );
        Assert.Contains($"href=\"{start}/ballots\"", await admin.PageAsync(start), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.GetAsync($"{start}/ballots")).Status);
        Assert.Equal(403, (await TestServer.GetAsync(await server.OfficerAsync("2101"), Manage)).Code);
        Assert.Equal(400, Code(await admin.PostAsync($"{start}/{Here}/roll", Manage, ("step", "dance"))));
    }

    private static (string, string)[] Extend(string day, string reason, string time) =>
        [("step", "extend"), ("until.day", day), ("until.month", "5"), ("until.year", "2567"), ("time", time), ("reason", reason)];

    private static string Proposal(string html)
    {
        var at = html.IndexOf("name=\"proposal\" value=\"", StringComparison.Ordinal) + "name=\"proposal\" value=\"".Length;
        return html[at..html.IndexOf('"', at)];
    }

    private static int Code((HttpStatusCode Status, string? Location, string Html) answer) => (int)answer.Status;

    private static HttpClient Plain(TestServer server) =>
        new(Reached.Requests(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }))
        {
            BaseAddress = new(server.Address),
        };

    private static async Task<Reader> ReaderAsync(TestServer server, HttpClient plain, string name) =>
        new(plain, $"cdd-{TestServer.Campaign}={(await server.LinkAsync("admin", name)).Say("token")}");
}
