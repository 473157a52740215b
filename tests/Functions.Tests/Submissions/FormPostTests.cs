using System.Text;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions;

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
            ("idempotencyKey", "k"), ("officer", "นายสมมติ <script>"), ("total", "๓๐๐"), ("done", "on"), ("kinds", "a"), ("kinds", "ขอ"),
            ("lines[0].name", "ก"), ("lines[0].amount", "100"), ("lines[1].name", ""), ("lines[1].amount", " "), ("lines[2].name", "ข"), ("lines[2].amount", "๒๐๐"),
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
    public void Rows_that_no_page_of_ours_sends_are_malformed(string form) => Assert.Null(FormBody.Read(Encoding.UTF8.GetBytes(form)).Request);

    [Fact]
    public async Task A_form_in_a_cookie_session_from_another_site_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var token = (await server.LinkAsync("officer", "2101")).Say("token");
        Task<Answer> Post(params (string, string)[] headers) => TestServer.SendAsync(server.Anyone, "POST", TestServer.HandIn("t-free", "2101"),
            TestServer.Bytes("idempotencyKey=k"u8.ToArray(), Form), [("Cookie", $"{IdentityMiddleware.CookieOf(TestServer.Campaign)}={token}"), .. headers]);

        (await Post()).Must(403, "cross-site");
        (await Post(("Sec-Fetch-Site", "cross-site"))).Must(403, "cross-site");
        (await Post(("Origin", "https://elsewhere.example"))).Must(403, "cross-site");
        (await Post(("Sec-Fetch-Site", "same-origin"))).Must(201);
        (await Post(("Origin", server.Address))).Must(201);
    }

    private static Task<Answer> SendAsync(HttpClient client, (string Name, string Value)[] fields) => TestServer.SendAsync(
        client, "POST", TestServer.HandIn("t-plan", "2101"),
        TestServer.Bytes(Encoding.UTF8.GetBytes(string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"))), Form));
}
