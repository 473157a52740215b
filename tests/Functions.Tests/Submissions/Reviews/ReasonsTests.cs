using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Submissions.Reviews;

/// <summary>Reasons and labels over HTTP are kept like fields (docs/rules.md 4). Those of a vote have tests beside the vote.</summary>
[Trait("suite", "http")]
public sealed class ReasonsTests
{
    private const string Typed = "นํ้า\u200Bท่วม\u0007\r\nหน้า 3\u001B[31m";
    private const string Kept = "น้ำท่วม\nหน้า 3[31m";

    public static TheoryData<string> Invisible => new("", " \r\n", "\u200B", "\u3164", "\u2800", "\u0E48", "\u0000");

    [Fact]
    public async Task What_is_kept_has_one_spelling_and_no_control_characters_wherever_it_is_read()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);

        (await ExtendAsync(server, Typed)).Must(200);
        var version = (await TestServer.GetAsync(officer, TestServer.HandIn("t-plan", "2101"))).ETag;
        var returned = (await ReviewAsync(server, version, "return", Typed)).Must(200);

        Assert.Equal(Kept, (string)returned.Json["current"]!["decision"]!["reason"]!);
        Assert.Equal(Kept, (string)returned.Json["extension"]!["reason"]!);
        var made = (
            await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject { ["label"] = "ปิด\u0007งวด\t1" })
        ).Must(201);
        Assert.Equal("ปิดงวด 1", made.Say("label"));
        var csv = (await TestServer.GetAsync(server.Admin, TestServer.Of("exports/latest/datasets/submissions.csv"))).Must(200);
        Assert.Contains("น้ำท่วม", csv.Text);
        Assert.DoesNotContain(csv.Text, c => char.IsControl(c) && c is not ('\r' or '\n'));
        Assert.NotEqual("", sent.ETag);
    }

    [Theory]
    [MemberData(nameof(Invisible))]
    public async Task A_reason_that_nobody_sees_is_none(string typed)
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var sent = (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);

        (await ExtendAsync(server, typed)).Must(400, "reason-missing");
        (await ReviewAsync(server, sent.ETag, "return", typed)).Must(400, "reason-missing");
        (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                TestServer.Of("links"),
                new JsonObject { ["role"] = "viewer", ["subject"] = typed }
            )
        ).Must(400, "link-invalid");
        (await TestServer.PostAsync(officer, "t-note", "2101", "n", FieldValues(("note", typed)))).Must(400, "fields-malformed");
        Assert.False(
            (await ReviewAsync(server, sent.ETag, "accept", typed)).Must(200).Json["current"]!["decision"]!.AsObject().ContainsKey("reason")
        );
    }

    [Theory]
    [InlineData(500, 200)]
    [InlineData(501, 400)]
    public async Task A_line_break_of_a_browser_counts_once(int lines, int status)
    {
        await using var server = await TestServer.StartAsync();
        var reason = string.Concat(Enumerable.Repeat("ที่\r\n", lines - 1)) + "ที่ก";

        Assert.Equal(status, (await ExtendAsync(server, reason)).Code);
    }

    private static Task<Answer> ExtendAsync(TestServer server, string reason) =>
        TestServer.SendAsync(
            server.Admin,
            "POST",
            TestServer.Of("obligations/t-plan/2101/extension"),
            new JsonObject { ["until"] = "2024-05-25", ["reason"] = reason }
        );

    private static Task<Answer> ReviewAsync(TestServer server, string version, string decision, string reason) =>
        TestServer.SendAsync(
            server.Admin,
            "POST",
            TestServer.HandIn("t-plan", "2101") + "/review",
            new JsonObject { ["decision"] = decision, ["reason"] = reason },
            ("If-Match", version)
        );
}
