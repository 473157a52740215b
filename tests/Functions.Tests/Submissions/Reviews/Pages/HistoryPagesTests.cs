using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Tests.Board;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Board.BoardSite;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.Reviews.Pages;

/// <summary>The history over HTTP: who sees what of a hand-in, and how decisions made on it are answered.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed partial class HistoryPagesTests(BoardSite site) : IClassFixture<BoardSite>
{
    [Fact]
    public async Task Every_revision_is_there_in_words_and_markup_is_shown_as_text()
    {
        var page = await ReadAsync(site.Server.Admin, "t-plan", "2101");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<u>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Markup).Replace("&#39;", "&#x27;", StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;ขอ&lt;/b&gt;ยอดรวมใหม่", page, StringComparison.Ordinal);
        foreach (
            var words in new[]
            {
                "ฉบับที่ ๒",
                "ฉบับที่ ๑",
                "กอ · คอ",
                "300 บาท",
                "080-000-0000",
                "วันจันทร์ที่ ๑๓ พฤษภาคม พ.ศ. ๒๕๖๗",
                "โดยเมืองระยอง",
                "โดยผู้ดูแลโครงการ",
                "ไม่ได้กรอก",
                site.Receipt,
                site.ReturnedReceipt,
            }
        )
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_sees_neither_personal_values_nor_forms()
    {
        var page = await ReadAsync(await site.Server.HolderAsync("viewer", "executive"), "t-plan", "2101");

        Assert.DoesNotContain("นายสมมติ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("080-000", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Contains("•••", page, StringComparison.Ordinal);
        Assert.Contains("300 บาท", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_reads_the_own_unit_and_decides_nothing()
    {
        var officer = await site.Server.OfficerAsync("2101");

        var own = await ReadAsync(officer, "t-plan", "2101");
        var other = (await TestServer.GetAsync(officer, HistoryOf("t-plan", "2102"))).Must(403);

        Assert.Contains("นายสมมติ ทดสอบ", own, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", own, StringComparison.Ordinal);
        Assert.Equal("text/html", other.Type);
        Assert.DoesNotContain("นายสมมติ", other.Text, StringComparison.Ordinal);
        foreach (var deed in new[] { "review", "extension", "take-back", "extension/take-back" })
            (await PostAsync(officer, "t-plan", "2101", deed, ("decision", "accept"), ("receipt", site.Receipt))).Must(403);
        Assert.Equal("submitted", await site.StateAsync("t-plan", "2101"));
    }

    [Fact]
    public async Task A_file_is_shown_as_measured_with_its_address()
    {
        var page = await ReadAsync(site.Server.Admin, "t-book", "2101");

        Assert.Contains(
            $"href=\"{TestServer.HandIn("t-book", "2101")}/files/{site.Upload}\">{PdfName}</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("PDF · ๙ หน้า A4 · ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hand_ins_of_a_repeatable_form_stand_side_by_side_and_one_can_be_asked_for()
    {
        var all = await ReadAsync(site.Server.Admin, "t-note", "2101");
        var receipt = (string)
            (await TestServer.GetAsync(site.Server.Admin, TestServer.HandIn("t-note", "2101"))).Json["submissions"]![0]!["current"]![
                "receipt"
            ]!;

        var one = (await TestServer.GetAsync(site.Server.Admin, HistoryOf("t-note", "2101") + "?receipt=" + receipt)).Must(200).Text;

        Assert.Contains("ข้อหนึ่ง", all, StringComparison.Ordinal);
        Assert.Contains("ข้อสอง", all, StringComparison.Ordinal);
        Assert.True(one.Contains("ข้อหนึ่ง", StringComparison.Ordinal) != one.Contains("ข้อสอง", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_list_is_read_page_by_page()
    {
        for (var i = 0; i < 22; i++)
            await site.HandInAsync("2103", "t-note", Note($"บันทึกที่ {i:D2}"));

        var first = await ReadAsync(site.Server.Admin, "t-note", "2103");
        var next = Next().Match(first).Groups["after"].Value;
        var second = (await TestServer.GetAsync(site.Server.Admin, HistoryOf("t-note", "2103") + "?after=" + next)).Must(200).Text;

        Assert.Equal((20, 2), (Count(first), Count(second)));
        Assert.All(Enumerable.Range(0, 22), i => Assert.Contains($"บันทึกที่ {i:D2}", first + second, StringComparison.Ordinal));

        static int Count(string page) => page.Split("<article").Length - 1;
    }

    [Theory]
    [InlineData("t-plan", "2109")]
    [InlineData("t-plan", "9%3Cb%3E")]
    [InlineData("t-nothing", "2101")]
    public async Task What_is_not_there_is_said_on_a_page(string task, string unit)
    {
        var answer = (await TestServer.GetAsync(site.Server.Admin, Page($"tasks/{task}/units/{unit}/history"))).Must(404);

        Assert.Equal("text/html", answer.Type);
        Assert.Contains("กลับไปหน้าแรก", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", answer.Text, StringComparison.Ordinal);
        (await PostAsync(site.Server.Admin, task, unit, "review", ("decision", "accept"))).Must(404);
        (await PostAsync(site.Server.Admin, task, unit, "extension", ("until.day", "1"))).Must(404);
    }

    [Fact]
    public async Task Nothing_handed_in_is_said_too()
    {
        var page = await ReadAsync(site.Server.Admin, "t-book", "2102");

        Assert.Contains("ยังไม่มีการส่งงานนี้", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/review\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/extension\"", page, StringComparison.Ordinal); // no date to extend
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_keeps_what_was_typed()
    {
        var none = (await DecideAsync("2101", site.Receipt, ("why", ""), ("more", "  "))).Must(400);
        var tooLong = (await DecideAsync("2101", site.Receipt, ("why", "files"), ("more", "<i>" + new string('ก', 1000)))).Must(400);

        Assert.Contains("role=\"alert\"", none.Text, StringComparison.Ordinal);
        Assert.Contains("ต้องระบุเหตุผล", none.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;กกก", tooLong.Text, StringComparison.Ordinal);
        Assert.Equal("submitted", await site.StateAsync("t-plan", "2101"));
    }

    [Fact]
    public async Task A_revision_that_came_meanwhile_is_shown_instead_of_decided()
    {
        var answer = (await DecideAsync("2101", site.ReturnedReceipt, ("decision", "accept"))).Must(412);

        Assert.Contains("หน่วยงานส่งฉบับใหม่เข้ามา", answer.Text, StringComparison.Ordinal);
        Assert.Contains(site.Receipt, answer.Text, StringComparison.Ordinal);
        Assert.Equal("submitted", await site.StateAsync("t-plan", "2101"));
    }

    [Fact]
    public async Task A_reason_of_a_button_and_one_of_ones_own_go_together_and_a_second_decision_is_refused()
    {
        var receipt = await site.HandInAsync("2103", "t-book", await BookAsync("2103"));

        var done = (
            await PostAsync(
                site.Server.Admin,
                "t-book",
                "2103",
                "review",
                ("receipt", receipt),
                ("why", "files"),
                ("more", " หน้า ๓ "),
                ("back", Page("board?task=t-book"))
            )
        ).Must(303);
        var again = (await PostAsync(site.Server.Admin, "t-book", "2103", "review", ("receipt", receipt), ("decision", "accept"))).Must(
            409
        );

        Assert.Equal(Page("board?task=t-book&done=return.t-book.2103"), done.Message.Headers.Location!.OriginalString);
        var current = (await TestServer.GetAsync(site.Server.Admin, TestServer.HandIn("t-book", "2103"))).Json["current"]!;
        Assert.Equal("เอกสารแนบไม่ครบ\nหน้า ๓", (string)current["decision"]!["reason"]!);
        Assert.Contains("ฉบับล่าสุดพิจารณาไปแล้ว", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_click_is_taken_back_on_the_history_and_the_office_reads_why()
    {
        var receipt = await site.HandInAsync("2103", "t-plan", Plan());
        (await PostAsync(site.Server.Admin, "t-plan", "2103", "review", ("receipt", receipt), ("decision", "accept"))).Must(303);
        var accepted = await ReadAsync(site.Server.Admin, "t-plan", "2103");
        var decided = WebUtility.HtmlDecode(Decided().Match(accepted).Groups["at"].Value);

        var silent = (await TakeBackAsync(receipt, decided, " ")).Must(400);
        (await TakeBackAsync(receipt, "2024-05-22T02:00:00.0000001+00:00", "ผิด")).Must(412);
        var done = (await TakeBackAsync(receipt, decided, "<i>กดผิดอำเภอ")).Must(303);
        var again = (await TakeBackAsync(receipt, decided, "ผิด")).Must(409);

        Assert.Contains("ต้องระบุเหตุผล", silent.Text, StringComparison.Ordinal);
        Assert.Equal(HistoryOf("t-plan", "2103") + "?done=reopen.t-plan.2103", done.Message.Headers.Location!.OriginalString);
        Assert.Contains("ยังไม่มีการพิจารณาที่จะยกเลิกได้", again.Text, StringComparison.Ordinal);
        var officer = await site.Server.OfficerAsync("2103");
        foreach (var path in new[] { HistoryOf("t-plan", "2103"), Page("tasks/t-plan/units/2103"), $"/api/ui/{TestServer.Campaign}" })
        {
            var read = (await TestServer.GetAsync(officer, path)).Must(200).Text;
            Assert.Contains("เปิดให้แก้ไขอีกครั้ง", read, StringComparison.Ordinal);
            Assert.Contains("&lt;i&gt;กดผิดอำเภอ", read, StringComparison.Ordinal);
        }

        (await PostAsync(officer, "t-plan", "2103", "take-back", ("receipt", receipt))).Must(403);

        Task<Answer> TakeBackAsync(string of, string at, string reason) =>
            PostAsync(
                site.Server.Admin,
                "t-plan",
                "2103",
                "take-back",
                ("receipt", of),
                ("decided", at),
                ("reason", reason),
                ("back", HistoryOf("t-plan", "2103"))
            );
    }

    [Fact]
    public async Task An_extension_by_mistake_is_taken_back_on_the_history()
    {
        (string, string)[] until = [("until.day", "1"), ("until.month", "6"), ("until.year", "2567"), ("reason", "น้ำท่วม")];
        (await PostAsync(site.Server.Admin, "t-noon", "2103", "extension", until)).Must(303);
        var page = await ReadAsync(site.Server.Admin, "t-noon", "2103");

        var silent = (await PostAsync(site.Server.Admin, "t-noon", "2103", "extension/take-back", ("until", "2024-06-01"))).Must(400);
        (await PostAsync(site.Server.Admin, "t-noon", "2103", "extension/take-back", ("until", "2024-06-01"), ("reason", "ผิดแห่ง"))).Must(
            303
        );

        Assert.Contains("name=\"until\" value=\"2024-06-01\"", page, StringComparison.Ordinal);
        Assert.Contains("ต้องระบุเหตุผล", silent.Text, StringComparison.Ordinal);
        Assert.Null((await site.Server.ObligationAsync("t-noon", "2103"))["extendedTo"]);
    }

    [Theory]
    [InlineData("30", "2", "2567", "นานขึ้น", 422, "วันที่ไม่ถูกต้อง")]
    [InlineData("20", "5", "2567", "นานขึ้น", 422, "วันใหม่ต้องหลังวันครบกำหนดเดิม")]
    [InlineData("21", "5", "2567", "นานขึ้น", 422, "วันใหม่ผ่านไปแล้ว")]
    [InlineData("30", "5", "2567", "", 400, "ต้องระบุเหตุผล")]
    public async Task An_extension_that_cannot_be_is_refused_with_what_was_typed(
        string day,
        string month,
        string year,
        string reason,
        int status,
        string words
    )
    {
        var answer = (
            await PostAsync(
                site.Server.Admin,
                "t-noon",
                "2101",
                "extension",
                ("until.day", day),
                ("until.month", month),
                ("until.year", year),
                ("reason", reason)
            )
        ).Must(status);

        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Contains($"name=\"until.day\" value=\"{day}\"", answer.Text, StringComparison.Ordinal);
        Assert.Null((await site.Server.ObligationAsync("t-noon", "2101"))["extendedTo"]);
    }

    [Fact]
    public async Task An_extension_is_granted_in_Thai_digits_and_the_Buddhist_era()
    {
        var done = (
            await PostAsync(
                site.Server.Admin,
                "t-noon",
                "2102",
                "extension",
                ("until.day", "๓๐"),
                ("until.month", "5"),
                ("until.year", "๒๕๖๗"),
                ("reason", "<b>ฝนตก</b>"),
                ("back", "https://evil.test/")
            )
        ).Must(303);

        Assert.Equal(HistoryOf("t-noon", "2102") + "?done=extend.t-noon.2102", done.Message.Headers.Location!.OriginalString);
        Assert.Equal("2024-05-30T16:59:59Z", (string)(await site.Server.ObligationAsync("t-noon", "2102"))["extendedTo"]!);
        var page = await ReadAsync(site.Server.Admin, "t-noon", "2102");
        Assert.Contains("ขยายเวลาถึงวันพฤหัสบดีที่ ๓๐ พฤษภาคม พ.ศ. ๒๕๖๗", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;ฝนตก", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("\\?after=(?<after>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();

    [GeneratedRegex("name=\"decided\" value=\"(?<at>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decided();

    private static async Task<string> ReadAsync(HttpClient client, string task, string unit) =>
        (await TestServer.GetAsync(client, HistoryOf(task, unit))).Must(200).Text;

    private Task<Answer> DecideAsync(string unit, string receipt, params (string Name, string Value)[] fields) =>
        PostAsync(site.Server.Admin, "t-plan", unit, "review", [("receipt", receipt), .. fields]);

    private async Task<JsonObject> BookAsync(string unit)
    {
        var officer = await site.Server.OfficerAsync(unit);
        var pdf = CddFunctions.Tests.Platform.Media.PdfMaker.PagesOf(1);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length)).Must(201);
        (await Uploading.SendAsync(site.Server, officer, ticket, pdf)).Must(200);
        return new()
        {
            ["fields"] = new JsonObject(),
            ["uploads"] = new JsonObject { ["file"] = ticket.Say("uploadId") },
        };
    }

    /// <summary>A form as a browser posts it, but with a header for who one is: no redirect is followed.</summary>
    private static async Task<Answer> PostAsync(
        HttpClient client,
        string task,
        string unit,
        string deed,
        params (string Name, string Value)[] fields
    )
    {
        using var plain = new HttpClient(Reached.Requests(new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            BaseAddress = client.BaseAddress,
        };
        foreach (var (name, values) in client.DefaultRequestHeaders)
            plain.DefaultRequestHeaders.TryAddWithoutValidation(name, values);
        var body = string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));
        return await TestServer.SendAsync(
            plain,
            "POST",
            Page($"tasks/{task}/units/{unit}/{deed}"),
            TestServer.Bytes(System.Text.Encoding.UTF8.GetBytes(body), "application/x-www-form-urlencoded")
        );
    }
}
