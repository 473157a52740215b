using System.Text;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.HandIns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Submissions.HandIns.Pages;

namespace CddFunctions.Tests.Submissions.HandIns;

[Trait("suite", "http")]
public sealed class FormPostTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task A_form_is_the_same_hand_in_and_is_answered_with_a_page_that_escapes()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        (string, string)[] fields =
        [
            ("idempotencyKey", "k"),
            ("officer", "นายสมมติ <script>"),
            ("total", "๓๐๐"),
            ("done", "on"),
            ("kinds", "a"),
            ("kinds", "ขอ"),
            ("lines[0].name", "ก"),
            ("lines[0].amount", "100"),
            ("lines[1].name", ""),
            ("lines[1].amount", " "),
            ("lines[2].name", "ข"),
            ("lines[2].amount", "๒๐๐"),
        ];

        var page = (await SendAsync(officer, fields)).Must(201);

        Assert.Equal("text/html", page.Type);
        Assert.Contains("แผน &lt;i&gt;", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page.Text, StringComparison.Ordinal);
        var stored = (await TestServer.GetAsync(officer, TestServer.HandIn("t-plan", "2101"))).Must(200).Json["current"]!;
        Assert.Contains((string)stored["receipt"]!, page.Text, StringComparison.Ordinal);
        Assert.Equal("""["a","b"]""", stored["fields"]!["kinds"]!.ToJsonString());
        Assert.Equal([100m, 200m], stored["fields"]!["lines"]!.AsArray().Select(l => (decimal)l!["amount"]!));
        Assert.True((bool)stored["fields"]!["done"]!);
        (await SendAsync(officer, fields)).Must(201);
        (await SendAsync(officer, [.. fields, ("people", "5")])).Must(409);
    }

    [Fact]
    public async Task A_form_that_is_refused_is_answered_with_a_page_that_names_every_fault()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");

        var page = (await SendAsync(officer, [("idempotencyKey", "k"), ("total", "มาก"), ("<b>", "x")])).Must(400);

        Assert.Equal("text/html", page.Type);
        Assert.Contains("ต้องกรอก", page.Text, StringComparison.Ordinal);
        Assert.Contains("ต้องเป็นตัวเลข", page.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Text, StringComparison.Ordinal);
        (await TestServer.GetAsync(officer, TestServer.HandIn("t-plan", "2101"))).Must(404, "nothing-handed-in");
    }

    [Theory]
    [InlineData("lines[4999].name=x&others[1].name=x")]
    [InlineData("lines[99999].name=x")]
    [InlineData("lines[-1].name=x")]
    [InlineData("kinds=a&kinds=b&kinds[0].x=1")]
    public void Rows_that_no_page_of_ours_sends_are_malformed(string form) =>
        Assert.Null(UrlEncodedForm.Read(Encoding.UTF8.GetBytes(form)).Request);

    [Fact]
    public async Task A_form_in_a_cookie_session_is_taken_from_a_page_of_ours_and_from_nowhere_else()
    {
        await using var server = await TestServer.StartAsync();
        var link = await server.LinkAsync("officer", "2101");
        var cookie = ("Cookie", $"{LinkCookies.NameOf(TestServer.Campaign)}={link.Say("token")}");
        var page = await TestServer.SendAsync(server.Anyone, "GET", FormClient.Page("t-free", "2101"), (HttpContent?)null, cookie);
        var proof = Uri.EscapeDataString(FormClient.Hidden(page).Single(f => f.Name == FormProofs.Field).Value);
        Task<Answer> Post(string proven, params (string, string)[] headers) =>
            TestServer.SendAsync(
                server.Anyone,
                "POST",
                TestServer.HandIn("t-free", "2101"),
                TestServer.Bytes(Encoding.UTF8.GetBytes($"idempotencyKey=k{proven}"), Form),
                [cookie, .. headers]
            );

        foreach (
            var elsewhere in new (string, string)[][] { [], [("Sec-Fetch-Site", "cross-site")], [("Origin", "https://elsewhere.example")] }
        )
            Assert.Contains("คำขอมาจากเว็บอื่น", (await Post($"&proof={proof}", elsewhere)).Must(403).Text, StringComparison.Ordinal);
        Assert.Contains(
            "ยังไม่ได้ส่ง: หน้านี้เปิดด้วยลิงก์อื่น",
            (await Post("", ("Sec-Fetch-Site", "same-origin"))).Must(403).Text,
            StringComparison.Ordinal
        );
        (await Post($"&proof={proof}", ("Sec-Fetch-Site", "same-origin"))).Must(201);
        (await Post($"&proof={proof}", ("Origin", server.Address.TrimEnd('/')))).Must(201);
    }

    [Theory]
    [InlineData("start.day=23&start.month=3&start.year=2564", "23/3/2564")]
    [InlineData("start.day=23&start.month=3&start.year=2021", "2021-03-23")]
    [InlineData("start.day=๒๓+มีนาคม+๒๕๖๔&start.month=&start.year=", "๒๓ มีนาคม ๒๕๖๔")]
    [InlineData("start.day=&start.month=3&start.year=", "/3/")]
    public void A_date_in_three_parts_is_one_value(string form, string value) =>
        Assert.Equal(value, UrlEncodedForm.Read(Encoding.UTF8.GetBytes(form)).Request!.Fields!["start"].GetString());

    [Fact]
    public void A_date_of_which_nothing_is_filled_in_is_none_also_in_a_line()
    {
        var (request, _) = UrlEncodedForm.Read(
            "start.day=&start.month=&start.year=+&lines[0].at.day=&lines[0].at.month=&lines[0].at.year=&lines[1].at.day=5&lines[1].at.month=1&lines[1].at.year=2567"u8.ToArray()
        );

        Assert.False(request!.Fields!.ContainsKey("start"));
        Assert.Equal("""[{"at":"5/1/2567"}]""", request.Fields["lines"].GetRawText());
    }

    private static Task<Answer> SendAsync(HttpClient client, (string Name, string Value)[] fields) =>
        TestServer.SendAsync(
            client,
            "POST",
            TestServer.HandIn("t-plan", "2101"),
            TestServer.Bytes(
                Encoding.UTF8.GetBytes(
                    string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"))
                ),
                Form
            )
        );
}
