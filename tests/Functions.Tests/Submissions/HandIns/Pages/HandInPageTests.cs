using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;

namespace CddFunctions.Tests.Submissions.HandIns.Pages;

/// <summary>The hand-in page over HTTP: what it shows, takes, refuses, and how it is sent again.</summary>
[Trait("suite", "http")]
public sealed class HandInPageTests
{
    private const string Unit = "2101";

    private static readonly (string, string)[] Plan =
    [
        ("officer", "นายสมมติ ทดสอบ"),
        ("phone", "๐๘๐-๐๐๐-๐๐๐๐"),
        ("start.day", "๑๓"),
        ("start.month", "5"),
        ("start.year", "๒๕๖๗"),
        ("total", "๓๐๐"),
        ("lines[0].name", "ก"),
        ("lines[0].amount", "100"),
        ("lines[1].name", "ข"),
        ("lines[1].amount", "200"),
        ("lines[2].name", ""),
        ("lines[2].amount", ""),
    ];

    [Fact]
    public async Task A_filled_form_leads_to_its_receipt_which_is_found_again_with_what_was_handed_in()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);

        var sent = (await office.HandInAsync("t-plan", Unit, Plan)).Must(303);

        var address = sent.Message.Headers.Location!.ToString();
        var receipt = (await office.GetAsync(address)).Must(200);
        Assert.Contains("นายสมมติ ทดสอบ", receipt.Text);
        Assert.Contains("๑๓ พฤษภาคม พ.ศ. ๒๕๖๗", receipt.Text);
        Assert.Contains("200", receipt.Text);
        Assert.Contains(address, (await office.GetAsync(FormClient.Page("t-plan", Unit))).Must(200).Text);
        Assert.Contains(address, (await office.GetAsync($"/api/ui/{TestServer.Campaign}")).Must(200).Text);
        Assert.Equal(
            "2024-05-13",
            (string)(await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", Unit))).Json["current"]!["fields"]!["start"]!
        );
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_all_that_was_typed_and_leads_to_each_fault()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);

        var page = (
            await office.HandInAsync(
                "t-plan",
                Unit,
                ("officer", "<b>ใคร</b>"),
                ("start.day", "31"),
                ("start.month", "2"),
                ("start.year", "2567"),
                ("total", "มาก"),
                ("lines[0].name", ""),
                ("lines[0].amount", ""),
                ("lines[1].name", "ข"),
                ("lines[1].amount", "สองร้อยกว่า")
            )
        ).Must(400);

        Assert.Equal("text/html", page.Type);
        Assert.Contains("""role="alert" id="errors" tabindex="-1" autofocus""", page.Text);
        Assert.Contains("""<a href="#f-total">""", page.Text);
        Assert.Contains("""<a href="#f-start">""", page.Text);
        // The line that was left empty is gone, and what was wrong stands in the first one now.
        Assert.Contains("""<a href="#f-lines-0--amount">""", page.Text);
        Assert.Matches(
            """id="f-lines-0--amount" name="lines\[0\]\.amount" value="สองร้อยกว่า"[^>]* aria-invalid="true" aria-describedby="f-lines-0--amount-error" />""",
            page.Text
        );
        Assert.Contains("""name="start.day" value="31" """, page.Text);
        Assert.Contains("&lt;b&gt;ใคร&lt;/b&gt;", page.Text);
        Assert.DoesNotContain("<b>", page.Text);
    }

    [Fact]
    public async Task Values_that_are_seldom_meant_are_said_in_words_once_before_they_are_sent()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        (string, string)[] large =
        [
            ("officer", "ก"),
            ("start.day", "1"),
            ("start.month", "10"),
            ("start.year", "2567"),
            ("total", "2,000,000 บาท"),
            ("lines[0].name", "ก"),
            ("lines[0].amount", "๒,๐๐๐,๐๐๐.-"),
        ];

        var asked = (await office.HandInAsync("t-plan", Unit, large)).Must(422);

        Assert.Contains("ตรวจค่าก่อนส่ง", asked.Text);
        Assert.Contains("""<a href="#f-total">รวม: 2,000,000.00 บาท (สองล้านบาทถ้วน)</a>""", asked.Text);
        Assert.Contains("วันอังคารที่ ๑ ตุลาคม พ.ศ. ๒๕๖๗", asked.Text);
        (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", Unit))).Must(404);
        var others = FormClient.Hidden(asked);
        (
            await office.PostAsync(
                FormClient.Page("t-plan", Unit),
                [.. others, .. large.Select(f => f.Item1 == "start.day" ? ("start.day", "2") : f)]
            )
        ).Must(422); // another value than the one that was read
        (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. others, .. large])).Must(303);
    }

    [Fact]
    public async Task What_was_understood_stands_in_words_beside_its_input()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);

        var page = (await office.HandInAsync("t-plan", Unit, [.. Plan.Where(f => f.Item1 != "total"), ("total", "฿๑,๒๐๐")])).Must(422);

        Assert.Matches("""data-echo="date" data-of="start">วันจันทร์ที่ ๑๓ พฤษภาคม พ.ศ. ๒๕๖๗<""", page.Text);
        Assert.Matches("""data-echo="baht" data-of="total">1,200.00 บาท \(หนึ่งพันสองร้อยบาทถ้วน\)<""", page.Text);
        Assert.Matches("""data-echo="baht" data-of="lines\[1\]\.amount">200.00 บาท \(สองร้อยบาทถ้วน\)<""", page.Text);
    }

    [Fact]
    public async Task What_was_refused_is_mended_and_sent_with_the_same_key()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var refused = (await office.HandInAsync("t-plan", Unit, [.. Plan.Where(f => f.Item1 != "total"), ("total", "299")])).Must(422);

        // A rule of the form speaks of the lines first, so that is where it is shown.
        Assert.Contains("""<a href="#f-lines">""", refused.Text);
        Assert.Contains("ยอดไม่ตรง", refused.Text);
        (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. FormClient.Hidden(refused), .. Plan])).Must(303);
    }

    [Fact]
    public async Task The_same_form_sent_twice_has_one_receipt()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var hidden = FormClient.Hidden(await office.GetAsync(FormClient.Page("t-plan", Unit)));

        var first = (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. hidden, .. Plan])).Must(303);
        var second = (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. hidden, .. Plan])).Must(303);

        Assert.Equal(first.Message.Headers.Location, second.Message.Headers.Location);
        Assert.Empty((await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", Unit))).Json["history"]!.AsArray());
    }

    [Fact]
    public async Task Whoever_was_overtaken_sees_what_was_typed_and_can_send_it_over_the_other()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var opened = FormClient.Hidden(await office.GetAsync(FormClient.Page("t-plan", Unit)));
        (await office.HandInAsync("t-plan", Unit, Plan)).Must(303);

        var late = (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. opened, .. Plan, ("story", "พิมพ์ไว้ก่อน")])).Must(409);
        Assert.Contains("พิมพ์ไว้ก่อน", late.Text);
        (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. FormClient.Hidden(late), .. Plan, ("story", "พิมพ์ไว้ก่อน")])).Must(
            303
        );

        // And of two revisions at once: the second is told that the first was there.
        var both = FormClient.Hidden(await office.GetAsync(FormClient.Page("t-plan", Unit)));
        (
            await office.PostAsync(
                FormClient.Page("t-plan", Unit),
                [.. both.Where(f => f.Name != "idempotencyKey"), ("idempotencyKey", "another-key-of-a-page"), .. Plan]
            )
        ).Must(303);
        var stale = (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. both, .. Plan, ("story", "ฉบับของฉัน")])).Must(412);
        Assert.Contains("ฉบับของฉัน", stale.Text);
        Assert.NotEqual(
            both.Single(f => f.Name == "page.version").Value,
            FormClient.Hidden(stale).Single(f => f.Name == "page.version").Value
        );
    }

    [Fact]
    public async Task A_file_that_somebody_else_handed_in_stays_when_the_office_revises_and_an_empty_file_input_is_no_field()
    {
        await using var server = await TestServer.StartAsync();
        var page = FormClient.Page("t-book", Unit);
        var province = await FormClient.OpenAsync(server, "admin", "administrator");
        (
            await province.PostAsync(
                page,
                FormClient.WithFiles(
                    [.. FormClient.Hidden(await province.GetAsync(page)), ("files.annex", "")],
                    ("file", "เล่ม.pdf", PdfMaker.PagesOf(9))
                )
            )
        ).Must(303);

        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var seen = await office.GetAsync(page);
        var kept = seen.Text.Split("name=\"uploads.file\" value=\"")[1].Split('"')[0];
        var sent = (await office.PostAsync(page, FormClient.WithFiles([.. FormClient.Hidden(seen), ("uploads.file", kept)]))).Must(303);

        Assert.Contains("เล่ม.pdf", (await office.GetAsync(sent.Message.Headers.Location!.ToString())).Must(200).Text);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task What_is_no_form_is_refused_before_anybody_reads_it(string type)
    {
        await using var server = await TestServer.StartAsync();

        foreach (
            var path in new[]
            {
                FormClient.Page("t-book", Unit),
                $"/api/ui/{TestServer.Campaign}/links",
                $"/api/ui/{TestServer.Campaign}/programme/check",
            }
        )
            (await TestServer.SendAsync(server.Admin, "POST", path, TestServer.Bytes("{}"u8.ToArray(), type))).Must(415);
    }

    [Fact]
    public async Task Files_come_with_a_plain_form_are_measured_and_stay_when_it_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var page = FormClient.Page("t-book", Unit);
        var book = ("file", "เล่ม.pdf", PdfMaker.PagesOf(9));
        var annex = ("annex", "ผนวก.pdf", "not a pdf"u8.ToArray());

        var refused = (
            await office.PostAsync(page, FormClient.WithFiles(FormClient.Hidden(await office.GetAsync(page)), book, annex))
        ).Must(422);
        Assert.Contains("๙ หน้า A4", refused.Text);
        Assert.Contains("ผนวก.pdf:", refused.Text);
        var kept = refused.Text.Split("name=\"uploads.file\" value=\"")[1].Split('"')[0];

        var sent = (await office.PostAsync(page, FormClient.WithFiles([.. FormClient.Hidden(refused), ("uploads.file", kept)]))).Must(303);
        Assert.Contains("เล่ม.pdf", (await office.GetAsync(sent.Message.Headers.Location!.ToString())).Must(200).Text);
    }

    [Fact]
    public async Task The_same_form_with_the_same_file_sent_twice_has_one_receipt_and_another_file_is_another_form()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var page = FormClient.Page("t-book", Unit);
        var hidden = FormClient.Hidden(await office.GetAsync(page));

        var first = (await office.PostAsync(page, FormClient.WithFiles(hidden, ("file", "a.pdf", PdfMaker.PagesOf(1))))).Must(303);
        var again = (await office.PostAsync(page, FormClient.WithFiles(hidden, ("file", "a.pdf", PdfMaker.PagesOf(1))))).Must(303);
        var other = (await office.PostAsync(page, FormClient.WithFiles(hidden, ("file", "a.pdf", PdfMaker.PagesOf(2))))).Must(409);

        Assert.Equal(first.Message.Headers.Location, again.Message.Headers.Location);
        // What was sent first is in; the page now offers what was typed as a revision of it.
        (await office.PostAsync(page, FormClient.WithFiles(FormClient.Hidden(other), ("file", "a.pdf", PdfMaker.PagesOf(2))))).Must(303);
    }

    [Fact]
    public async Task Too_much_at_once_is_refused_beside_the_file_and_far_too_much_with_a_page()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var page = FormClient.Page("t-book", Unit);
        var hidden = FormClient.Hidden(await office.GetAsync(page));

        var over = (await office.PostAsync(page, FormClient.WithFiles(hidden, ("annex", "a.pdf", new byte[20 * 1_048_576 + 1])))).Must(422);
        Assert.Contains("""<a href="#f-annex">""", over.Text);
        Assert.Contains("20 เมกะไบต์", over.Text);
        var large = (
            await office.PostAsync(page, FormClient.WithFiles(hidden, ("file", "a.pdf", [.. PdfMaker.PagesOf(1), .. new byte[1_048_576]])))
        ).Must(422);
        Assert.Contains("เมกะไบต์", large.Text);
        (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-book", Unit))).Must(404);
    }

    [Fact]
    public async Task More_lines_are_given_without_script_and_nothing_is_handed_in()
    {
        await using var server = await TestServer.StartAsync(change: p => p["forms"]![0]!["fields"]!.AsArray().Last()!["maxItems"] = 20);
        var office = await FormClient.OpenAsync(server, "officer", Unit);

        var more = (await office.HandInAsync("t-plan", Unit, [.. Plan, ("lines[2].name", "ค"), ("page.add", "lines")])).Must(200);

        Assert.Contains("name=\"lines[5].name\"", more.Text);
        Assert.DoesNotContain("lines[6]", more.Text);
        Assert.Contains("นายสมมติ ทดสอบ", more.Text);
        (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", Unit))).Must(404);
    }

    [Fact]
    public async Task Sources_that_are_missing_are_named_and_have_to_be_confirmed()
    {
        await using var server = await TestServer.StartAsync();
        var province = await FormClient.OpenAsync(server, "officer", "21");
        var page = (await province.GetAsync(FormClient.Page("t-all", "21"))).Must(200);
        Assert.Contains("<li>แกลง</li>", page.Text);

        var refused = (await province.HandInAsync("t-all", "21", ("note", "รวบรวมแล้ว"))).Must(409);
        Assert.Contains("รวบรวมแล้ว", refused.Text);
        Assert.Contains("name=\"incomplete\"", refused.Text);
        (await province.HandInAsync("t-all", "21", ("note", "รวบรวมแล้ว"), ("incomplete", "true"))).Must(303);
    }

    [Fact]
    public async Task A_form_that_can_come_many_times_lists_what_came()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var first = (await office.HandInAsync("t-note", Unit, ("note", "หนึ่ง"))).Must(303).Message.Headers.Location!.ToString();
        var second = (await office.HandInAsync("t-note", Unit, ("note", "สอง"))).Must(303).Message.Headers.Location!.ToString();

        var page = (await office.GetAsync(FormClient.Page("t-note", Unit))).Must(200).Text;

        Assert.Contains(first, page);
        Assert.Contains(second, page);
        Assert.Contains("form method=\"post\"", page);
        Assert.Contains("สอง", (await office.GetAsync(second)).Must(200).Text);
    }

    [Fact]
    public async Task A_list_of_people_is_handed_in_as_it_stands()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var none = (await office.HandInAsync("t-people", Unit)).Must(400);
        Assert.Contains("ยังไม่ได้บันทึกรายชื่อ", none.Text);
        Assert.Contains($"/api/ui/{TestServer.Campaign}/rosters/people/{Unit}", none.Text);

        (
            await TestServer.SendAsync(
                server.Admin,
                "PUT",
                TestServer.Of($"rosters/people/{Unit}"),
                new System.Text.Json.Nodes.JsonObject { ["entries"] = MadeUpCampaign.People(15) }
            )
        ).Must(200);
        Assert.Contains("ขณะนี้มี 15 คน", (await office.GetAsync(FormClient.Page("t-people", Unit))).Must(200).Text);
        (await office.HandInAsync("t-people", Unit)).Must(303);
    }

    [Fact]
    public async Task An_accepted_hand_in_shows_its_receipt_and_no_form()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var receipt = (await office.HandInAsync("t-free", Unit, ("note", "เสร็จ"))).Must(303).Message.Headers.Location!.ToString();
        var current = await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-free", Unit));
        (await server.ReviewAsync("t-free", Unit, current.ETag, "accept")).Must(200);

        var page = (await office.GetAsync(FormClient.Page("t-free", Unit))).Must(200).Text;

        Assert.Contains(receipt, page);
        Assert.DoesNotContain("class=\"main\"", page);
        Assert.Contains("รับงานเมื่อ", (await office.GetAsync(receipt)).Must(200).Text);
    }

    [Fact]
    public async Task An_administrator_hands_in_for_an_office_once_and_leaves_changes_to_it()
    {
        await using var server = await TestServer.StartAsync();
        var admin = await FormClient.OpenAsync(server, "admin", "administrator");
        var opened = FormClient.Hidden(await admin.GetAsync(FormClient.Page("t-free", Unit)));
        (await admin.PostAsync(FormClient.Page("t-free", Unit), [.. opened, ("note", "แทนอำเภอ")])).Must(303);

        var page = (await admin.GetAsync(FormClient.Page("t-free", Unit))).Must(200);
        Assert.DoesNotContain("class=\"main\"", page.Text);
        (
            await admin.PostAsync(
                FormClient.Page("t-free", Unit),
                [.. opened.Where(f => f.Name != "page.version"), ("page.version", "x"), ("note", "อีกครั้ง")]
            )
        ).Must(403);
    }

    [Fact]
    public async Task A_form_that_is_far_too_large_is_answered_with_a_page()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var hidden = FormClient.Hidden(await office.GetAsync(FormClient.Page("t-book", Unit)));

        var refused = (
            await office.PostAsync(
                FormClient.Page("t-book", Unit),
                FormClient.WithFiles(hidden, ("file", "a.pdf", new byte[40 * 1_048_576 + 1]))
            )
        ).Must(413);

        Assert.Equal("text/html", refused.Type);
        Assert.Contains("ข้อมูลใหญ่เกินกำหนด", refused.Text);
    }

    [Theory]
    [InlineData("officer", "2102", "t-plan", Unit, 403)]
    [InlineData("viewer", "executive", "t-plan", Unit, 403)]
    [InlineData("intake", "t-plan", "t-plan", Unit, 403)]
    [InlineData("officer", Unit, "t-nothing", Unit, 404)]
    [InlineData("officer", Unit, "t-plan", "2199", 404)]
    [InlineData("admin", "administrator", "t-plan", Unit, 200)]
    public async Task The_page_is_for_the_office_and_administrators(string role, string subject, string task, string unit, int status)
    {
        await using var server = await TestServer.StartAsync();
        var visitor = await FormClient.OpenAsync(server, role, subject);

        Assert.Equal("text/html", (await visitor.GetAsync(FormClient.Page(task, unit))).Must(status).Type);
        Assert.Equal(
            "text/html",
            (await visitor.GetAsync(FormClient.Page(task, unit) + "/receipts/AAAAA-AAAAA")).Must(status == 200 ? 404 : status).Type
        );
    }

    [Fact]
    public async Task Nothing_is_taken_without_the_page_that_made_the_form()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", Unit);
        var hidden = FormClient.Hidden(await office.GetAsync(FormClient.Page("t-plan", Unit)));

        (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. hidden.Where(f => f.Name != "proof"), .. Plan])).Must(403);
        (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. hidden.Where(f => f.Name != "idempotencyKey"), .. Plan])).Must(400);
        (await office.PostAsync(FormClient.Page("t-plan", Unit), [.. hidden, ("lines[99999].name", "x")])).Must(400);
        (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", Unit))).Must(404);
    }
}
