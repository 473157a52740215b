using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Board;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Board;

/// <summary>The board over HTTP: who sees what, and that a large programme stays light.</summary>
[Trait("suite", "http")]
public sealed partial class BoardPagesTests(BoardSite site) : IClassFixture<BoardSite>
{
    private const int MostBytes = 150_000;

    [Fact]
    public async Task Administrators_see_what_waits_oldest_first_with_its_forms()
    {
        var board = (await TestServer.GetAsync(site.Server.Admin, BoardSite.Page("board"))).Must(200).Text;

        Assert.Equal(["t-plan", "t-plan", "t-book", "t-note", "t-note"], Forms().Matches(board).Select(m => m.Groups["task"].Value));
        Assert.Equal(["2101", "2102", "2101", "2101", "2101"], Forms().Matches(board).Select(m => m.Groups["unit"].Value));
        Assert.Contains($"value=\"{site.Receipt}\"", board, StringComparison.Ordinal);
        Assert.Contains("รอตรวจรับ (5)", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_keeps_to_the_filter()
    {
        var board = (await TestServer.GetAsync(site.Server.Admin, BoardSite.Page("board?district=2102&task=t-plan"))).Must(200).Text;

        Assert.Equal(["2102"], Forms().Matches(board).Select(m => m.Groups["unit"].Value));
        Assert.Contains(
            $"name=\"back\" value=\"{BoardSite.Page("board?district=2102&amp;task=t-plan")}\"",
            board,
            StringComparison.Ordinal
        );
        Assert.Contains("<option value=\"2102\" selected", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewers_see_the_states_and_nothing_to_decide_with()
    {
        var viewer = await site.Server.HolderAsync("viewer", "executive");

        var board = (await TestServer.GetAsync(viewer, BoardSite.Page("board"))).Must(200).Text;

        Assert.Contains("tasks/t-plan/units/2101/history", board, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", board, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Receipt, board, StringComparison.Ordinal);
        Assert.DoesNotContain($"{TestServer.Campaign}/links", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officers_are_told_that_the_board_is_not_theirs()
    {
        var answer = (await TestServer.GetAsync(await site.Server.OfficerAsync("2101"), BoardSite.Page("board"))).Must(403);

        Assert.Equal("text/html", answer.Type);
        Assert.Contains("ไม่มีหน้านี้สำหรับลิงก์ของท่าน", answer.Text, StringComparison.Ordinal);
        (await TestServer.GetAsync(site.Server.Anyone, BoardSite.Page("board"))).Must(401);
    }

    [Fact]
    public async Task The_counts_are_those_of_the_API()
    {
        var rows = (await TestServer.GetAsync(site.Server.Admin, TestServer.Of("obligations"))).Must(200).Json.AsArray();
        var board = (await TestServer.GetAsync(site.Server.Admin, BoardSite.Page("board"))).Must(200).Text;

        var handedIn = rows.Count(r => r!["submittedAt"] is not null);
        Assert.Contains($"<strong>{new Share(handedIn, rows.Count)}</strong>", board, StringComparison.Ordinal);
        Assert.Equal(rows.Count, Cells().Count(board));
    }

    [Fact]
    [Trait("heads", "all")]
    public async Task What_is_late_is_a_text_to_copy_by_district_in_Thai_dates_without_a_person()
    {
        var page = (await TestServer.GetAsync(site.Server.Admin, BoardSite.Page("board/late"))).Must(200).Text;
        var one = (await TestServer.GetAsync(site.Server.Admin, BoardSite.Page("board/late?district=2102&task=t-noon"))).Must(200).Text;
        var text = TextOf(page);

        Assert.Contains("งานที่เกินกำหนด ณ วันพุธที่ ๒๒ พฤษภาคม พ.ศ. ๒๕๖๗", text, StringComparison.Ordinal);
        Assert.Contains("\nอำเภอแกลง (", text, StringComparison.Ordinal);
        Assert.Contains("\n- แผน <i> (กำหนด ๒๐ พ.ค. ๖๗ ช้า ๒ วัน)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("สมมติ ทดสอบ", page, StringComparison.Ordinal);
        Assert.Equal(1, TextOf(one).Split("\n- ").Length - 1);
        Assert.Contains("data-copy=\"late\"", page, StringComparison.Ordinal);
        (await TestServer.GetAsync(await site.Server.HolderAsync("viewer", "v"), BoardSite.Page("board/late"))).Must(200);
        (await TestServer.GetAsync(await site.Server.OfficerAsync("2101"), BoardSite.Page("board/late"))).Must(403);
    }

    [Theory]
    [InlineData("board?state=lost", "state")]
    [InlineData("board?district=9999&timing=soon", "district, timing")]
    [InlineData("board/late?task=<b>", "task")]
    public async Task A_filter_that_is_unknown_is_refused_in_words(string path, string names)
    {
        var answer = (await TestServer.GetAsync(site.Server.Admin, BoardSite.Page(path))).Must(400);

        Assert.Equal("text/html", answer.Type);
        Assert.Contains($"ค่าที่ไม่มีในโครงการ: {names} ", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_says_who_is_late_what_waits_and_what_is_due_next()
    {
        var page = (await TestServer.GetAsync(await site.Server.HolderAsync("viewer", "v"), $"/api/ui/{TestServer.Campaign}"))
            .Must(200)
            .Text;
        var late = page[page.IndexOf("<section class=\"late\"", StringComparison.Ordinal)..];

        Assert.Contains("tasks/t-plan/units/2103/history\">แกลง</a>", late[..late.IndexOf("</section>", StringComparison.Ordinal)]);
        Assert.True(late.Length > page.Length / 2, "what is late comes first");
        Assert.Contains("รอตรวจรับ (5)", page, StringComparison.Ordinal);
        Assert.Contains("ข้อหนึ่ง", page, StringComparison.Ordinal); // two notes of one office are told apart
        Assert.Contains("ข้อสอง", page, StringComparison.Ordinal);
        Assert.Contains("ไม่มีกำหนดส่งที่รออยู่", page, StringComparison.Ordinal);
        Assert.Contains("id=\"d-2101\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hand_ins_of_one_form_are_told_apart_by_their_content_and_not_by_a_number()
    {
        var officer = (await TestServer.GetAsync(await site.Server.OfficerAsync("2101"), BoardSite.Page("tasks/t-note/units/2101"))).Text;
        var reviewer = (await TestServer.GetAsync(site.Server.Admin, BoardSite.HistoryOf("t-note", "2101"))).Text;
        var board = (await TestServer.GetAsync(site.Server.Admin, BoardSite.Page("board?task=t-note"))).Text;

        Assert.Matches("<a href=\"[^\"]+/receipts/[^\"]+\">ข้อหนึ่ง</a>", officer);
        Assert.Contains("<h2>ข้อสอง</h2>", reviewer, StringComparison.Ordinal);
        Assert.Contains("</strong> ข้อหนึ่ง", board, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accept.t-plan.2101", "รับงาน “แผน &lt;i&gt;” ของเมืองระยองแล้ว")]
    [InlineData("return.t-plan.2101", "ส่งงาน “แผน &lt;i&gt;” กลับให้เมืองระยองแก้ไขแล้ว")]
    [InlineData("accept.<b>x</b>.2101", null)]
    [InlineData("accept.t-plan.<b>9", null)]
    [InlineData("boo.t-plan.2101", null)]
    [InlineData("accept", null)]
    public async Task What_was_done_is_said_in_known_words_only(string done, string? words)
    {
        var board = (await TestServer.GetAsync(site.Server.Admin, BoardSite.Page($"board?done={Uri.EscapeDataString(done)}")))
            .Must(200)
            .Text;

        Assert.Equal(words is not null, board.Contains("role=\"status\"", StringComparison.Ordinal));
        Assert.Contains(words ?? "กระดานงาน", board, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>x", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_tambons_with_seventeen_tasks_stay_under_150_KB_a_page()
    {
        await using var server = await TestServer.StartAsync(programme: ManyTambons.Json(), at: new(2024, 5, 10, 2, 0, 0, TimeSpan.Zero));
        await HandInAsync(server, 12);

        foreach (
            var page in new[]
            {
                "board",
                "board?page=2",
                "board?page=40",
                "board?task=t-many-1",
                "board?state=overdue",
                "board?state=waiting&lang=en",
            }
        )
        {
            var answer = (await TestServer.GetAsync(server.Admin, $"/api/ui/{ManyTambons.Id}/{page}")).Must(200);
            Assert.True(answer.Bytes.Length < MostBytes, $"{page}: {answer.Bytes.Length} bytes");
            Assert.True(Cells().Count(answer.Text) > 0, $"{page} is empty");
        }

        server.Clock.Now = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero); // everything is late
        foreach (var page in new[] { "", "/board/late", "/board?state=overdue" })
        {
            var answer = (await TestServer.GetAsync(server.Admin, $"/api/ui/{ManyTambons.Id}{page}")).Must(200);
            Assert.True(answer.Bytes.Length < MostBytes, $"{page}: {answer.Bytes.Length} bytes");
        }
    }

    private static string TextOf(string page) => System.Net.WebUtility.HtmlDecode(Area().Match(page).Groups["text"].Value);

    /// <summary>So that the list of what waits is as long as it gets.</summary>
    private static async Task HandInAsync(TestServer server, int count)
    {
        var units = ManyTambons.Json()["unitSets"]!.AsArray().Single(s => (string)s!["id"]! == "tambons")!["members"]!.AsArray();
        foreach (var unit in units.Take(count))
        {
            (
                await TestServer.SendAsync(
                    server.Admin,
                    "POST",
                    $"/api/campaigns/{ManyTambons.Id}/tasks/t-many-1/units/{unit}/submissions",
                    new JsonObject { ["fields"] = new JsonObject() },
                    ("Idempotency-Key", $"{unit}")
                )
            ).Must(201);
        }
    }

    [GeneratedRegex("action=\"[^\"]*/tasks/(?<task>[^/]+)/units/(?<unit>[^/]+)/review\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<textarea[^>]*>(?<text>[^<]*)</textarea>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Area();

    [GeneratedRegex("<td role=\"cell\" class=\"(?!none)", RegexOptions.None, 1000)]
    private static partial Regex Cells();
}
