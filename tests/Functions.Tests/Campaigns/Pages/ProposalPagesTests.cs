using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns.Proposals;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Web;

namespace CddFunctions.Tests.Campaigns.Pages;

/// <summary>A checked file goes live from the pages, without a script.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed partial class ProposalPagesTests
{
    private const string Programme = $"/api/ui/{TestServer.Campaign}/programme";
    private const string Check = Programme + "/check";
    private const string Proposal = Programme + "/proposal";
    private const string Revisions = Programme + "/revisions";

    [Fact]
    public async Task A_checked_file_is_proposed_by_one_and_confirmed_by_another_administrator()
    {
        await using var server = await TestServer.StartAsync();
        var (first, second) = (await ReaderAsync(server, "คนที่หนึ่ง"), await ReaderAsync(server, "คนที่สอง"));
        var checkedFile = await first.UploadAsync(Check, Check, Encoding.UTF8.GetBytes(Later("2024-05-22").ToJsonString()));

        var proposed = await first.PostAsync(Check, Proposal, ("text", Field(checkedFile.Html, "text")), ("seen", ""));
        Assert.Equal((HttpStatusCode.SeeOther, Proposal + "?done=proposed"), (proposed.Status, proposed.Location));
        var own = await first.PageAsync(proposed.Location!);
        Assert.Contains("ท่านเป็นผู้เสนอแฟ้มนี้", own);
        Assert.DoesNotContain("/proposal/confirm", own);
        Assert.Contains("มีแฟ้มโครงการรอผู้ดูแลอีกคนยืนยัน", await second.PageAsync($"/api/ui/{TestServer.Campaign}"));
        var read = await second.PageAsync(Proposal);
        Assert.Contains("โดย คนที่หนึ่ง (", read);
        Assert.Contains("วันพุธที่ ๒๒ พฤษภาคม พ.ศ. ๒๕๖๗", read);

        var live = await second.PostAsync(Proposal, Proposal + "/confirm", ("seen", Field(read, "seen")));
        Assert.Equal((HttpStatusCode.SeeOther, Proposal + "?done=live.2"), (live.Status, live.Location));
        var done = await first.PageAsync(live.Location!);
        Assert.Contains("เริ่มใช้ฉบับที่ 2 แล้ว", done);
        Assert.Contains("ไม่มีแฟ้มที่รอยืนยัน", done);
        Assert.Contains("วันพุธที่ ๒๒ พฤษภาคม พ.ศ. ๒๕๖๗", await first.PageAsync(Programme));
        Assert.Matches("เสนอโดย [0-9a-f]{16} ยืนยันโดย [0-9a-f]{16}", await first.PageAsync(Revisions));
    }

    [Fact]
    public async Task An_earlier_revision_is_proposed_again_from_its_page_and_a_proposal_is_withdrawn()
    {
        await using var server = await TestServer.StartAsync();
        await ProposalTests.LaunchAsync(server, Later("2024-05-22"));
        var (first, second) = (await ReaderAsync(server, "คนที่หนึ่ง"), await ReaderAsync(server, "คนที่สอง"));
        Assert.DoesNotContain("/propose\"", await first.PageAsync(Revisions + "/2")); // it is in force

        Assert.Equal(HttpStatusCode.SeeOther, (await first.PostAsync(Revisions + "/1", Revisions + "/1/propose", ("seen", ""))).Status);
        var stale = await second.PostAsync(Revisions + "/1", Revisions + "/1/propose", ("seen", ""));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("ยังไม่ได้บันทึก", stale.Html);
        var seen = Field(await second.PageAsync(Proposal), "seen");
        Assert.Equal(HttpStatusCode.SeeOther, (await second.PostAsync(Proposal, Proposal + "/withdraw", ("seen", seen))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await second.PostAsync(Check, Proposal + "/confirm", ("seen", seen))).Status);

        await first.PostAsync(Revisions + "/1", Revisions + "/1/propose", ("seen", ""));
        seen = Field(await second.PageAsync(Proposal), "seen");
        Assert.Equal(Proposal + "?done=live.3", (await second.PostAsync(Proposal, Proposal + "/confirm", ("seen", seen))).Location);
        Assert.Contains("วันจันทร์ที่ ๒๐ พฤษภาคม พ.ศ. ๒๕๖๗", await first.PageAsync(Programme));
        Assert.Equal(HttpStatusCode.NotFound, (await first.PostAsync(Check, Revisions + "/9/propose", ("seen", ""))).Status);
    }

    [Fact]
    public async Task A_file_with_an_error_has_no_button_and_is_refused_when_it_is_sent_all_the_same()
    {
        await using var server = await TestServer.StartAsync();
        var admin = await ReaderAsync(server, "คนที่หนึ่ง");
        var broken = Json();
        broken.At("tasks/t-plan")["due"] = "m-nowhere";

        var page = await admin.PostAsync(Check, Check, ("text", broken.ToJsonString()));
        var sent = await admin.PostAsync(Check, Proposal, ("text", broken.ToJsonString()), ("seen", ""));

        Assert.DoesNotContain("name=\"seen\"", page.Html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("<code>tasks/t-plan/due</code>", sent.Html);
        Assert.Contains("ไม่มีแฟ้มที่รอยืนยัน", sent.Html);
    }

    private static JsonObject Json() => MadeUpCampaign.Json();

    private static JsonObject Later(string day)
    {
        var changed = Json();
        changed.At("milestones/m-due")["on"] = day;
        return changed;
    }

    private static string Field(string html, string name) =>
        WebUtility.HtmlDecode(Value().Matches(html).First(m => m.Groups["name"].Value == name).Groups["value"].Value);

    private static async Task<Reader> ReaderAsync(TestServer server, string who) =>
        new(
            new(Reached.Requests(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }))
            {
                BaseAddress = new(server.Address),
            },
            $"{LinkCookies.NameOf(TestServer.Campaign)}={(await server.LinkAsync("admin", who)).Say("token")}"
        );

    [GeneratedRegex("name=\"(?<name>\\w+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}
