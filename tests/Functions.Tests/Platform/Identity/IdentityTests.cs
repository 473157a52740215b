using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Platform.Identity;

[Trait("suite", "http")]
public sealed class IdentityTests
{
    private static string Obligations => TestServer.Of("obligations");

    [Fact]
    public async Task A_link_opens_until_it_expires_or_is_revoked()
    {
        await using var server = await TestServer.StartAsync();
        var link = await server.LinkAsync("viewer", "v");
        var holder = server.With(link.Say("token"));
        Assert.StartsWith($"{server.Address}/api/ui/made-up?t=", link.Say("url"), StringComparison.Ordinal);
        (await TestServer.GetAsync(holder, Obligations)).Must(200);

        (await TestServer.SendAsync(server.Admin, "DELETE", TestServer.Of($"links/{link.Say("id")}"))).Must(204);
        (await TestServer.SendAsync(server.Admin, "DELETE", TestServer.Of($"links/{link.Say("id")}"))).Must(204);
        (await TestServer.GetAsync(holder, Obligations)).Must(401, "identity-invalid");

        var brief = (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                TestServer.Of("links"),
                new JsonObject
                {
                    ["role"] = "viewer",
                    ["subject"] = "v",
                    ["expiresAt"] = server.Clock.Now.AddSeconds(10).ToString("O"),
                }
            )
        ).Must(201);
        server.Clock.Now += TimeSpan.FromSeconds(9);
        (await TestServer.GetAsync(server.With(brief.Say("token")), Obligations)).Must(200);
        server.Clock.Now += TimeSpan.FromSeconds(1);
        (await TestServer.GetAsync(server.With(brief.Say("token")), Obligations)).Must(401, "identity-invalid");
    }

    [Fact]
    public async Task Credentials_that_are_wrong_in_any_way_are_refused_in_the_same_words()
    {
        await using var server = await TestServer.StartAsync();
        await using var elsewhere = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var token = (await server.LinkAsync("viewer", "v")).Say("token");
        var foreign = (await elsewhere.LinkAsync("admin", "a")).Say("token");
        var ticket = (
            await TestServer.SendAsync(
                officer,
                "POST",
                TestServer.Of("uploads"),
                new JsonObject
                {
                    ["fileName"] = "a.pdf",
                    ["contentType"] = "application/pdf",
                    ["length"] = 3,
                }
            )
        ).Must(201);
        var upload = ticket.Say("uploadId");
        var signature = ticket.Say("putUrl").Split('=')[^1];

        foreach (
            var wrong in new[]
            {
                foreign,
                token[..^2] + (token[^2] == 'A' ? "BB" : "AA"),
                "a" + token,
                token + "A",
                "x",
                "a.b",
                ".",
                new string('a', 2000),
                $"upload|made-up|{upload}.{signature}",
            }
        )
            (await TestServer.GetAsync(server.With(wrong), Obligations)).Must(401, "identity-invalid");
        (await TestServer.SendAsync(server.Anyone, "GET", Obligations, (JsonNode?)null, ("x-admin-key", "wrong"))).Must(
            401,
            "identity-invalid"
        );
        (await TestServer.SendAsync(server.Anyone, "GET", Obligations, (JsonNode?)null, ("x-admin-key", ""))).Must(401);
        (await TestServer.SendAsync(server.Anyone, "GET", Obligations, (JsonNode?)null, ("Authorization", "Basic eA=="))).Must(
            401,
            "identity-missing"
        );
        var none = (await TestServer.GetAsync(server.Anyone, Obligations)).Must(401, "identity-missing");
        Assert.Equal("Bearer", none.Message.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_campaigns_administrator_rules_that_campaign_and_no_other()
    {
        await using var server = await TestServer.StartAsync();
        var second = MadeUpCampaign.Json();
        second["id"] = "other";
        await File.WriteAllTextAsync(
            Path.Combine(server.Folder, "definitions", "other.json"),
            second.ToJsonString(),
            TestContext.Current.CancellationToken
        );
        await using var both = await TestServer.StartAsync(server.Folder);
        var chief = await both.HolderAsync("admin", "chief");

        (await TestServer.GetAsync(chief, Obligations)).Must(200);
        (await TestServer.GetAsync(chief, "/api/campaigns/other/obligations")).Must(403, "not-yours");
        (await TestServer.GetAsync(both.Admin, "/api/campaigns/other/obligations")).Must(200);
    }

    [Theory]
    [InlineData("""{"role":"officer","subject":"2101"}""", 201, null)]
    [InlineData("""{"role":"officer","subject":"210101"}""", 201, null)]
    [InlineData("""{"role":"officer","subject":"2199"}""", 400, "link-invalid")]
    [InlineData("""{"role":"officer","subject":"2101x"}""", 400, "link-invalid")]
    [InlineData("""{"role":"intake","subject":"t-none"}""", 400, "link-invalid")]
    [InlineData("""{"role":"viewer","subject":" "}""", 400, "link-invalid")]
    [InlineData("""{"role":"viewer","subject":"v","expiresAt":"2024-05-10T02:00:00Z"}""", 400, "link-invalid")]
    [InlineData("""{"role":"viewer","subject":"v","expiresAt":"2026-05-10T02:00:00Z"}""", 201, null)]
    [InlineData("""{"role":"viewer","subject":"v","expiresAt":"2026-05-10T02:00:01Z"}""", 400, "link-invalid")]
    [InlineData("""{"role":"king","subject":"v"}""", 400, "malformed-request")]
    [InlineData("""{"role":0,"subject":"v"}""", 400, "malformed-request")]
    [InlineData("""{"role":"viewer"}""", 400, "malformed-request")]
    [InlineData("""{"role":"viewer","subject":null}""", 400, "malformed-request")]
    public async Task A_link_is_for_somebody_and_for_a_time(string body, int status, string? code)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("links"), JsonNode.Parse(body));

        _ = code is null ? answer.Must(status) : answer.Must(status, code);
    }

    [Fact]
    public async Task A_subject_has_at_most_64_characters()
    {
        await using var server = await TestServer.StartAsync();
        Task<Answer> Make(int length) =>
            TestServer.SendAsync(
                server.Admin,
                "POST",
                TestServer.Of("links"),
                new JsonObject { ["role"] = "viewer", ["subject"] = new string('ก', length) }
            );

        (await Make(65)).Must(400, "link-invalid");
        (await TestServer.GetAsync(server.With((await Make(64)).Must(201).Say("token")), Obligations)).Must(200);
    }

    [Theory]
    [InlineData("links/none")]
    [InlineData("links/a%3Fb")]
    [InlineData("links/a%0Ab")]
    [InlineData("links/a%23b%5C")]
    public async Task A_link_that_cannot_be_is_not_found(string path)
    {
        await using var server = await TestServer.StartAsync();

        (await TestServer.SendAsync(server.Admin, "DELETE", TestServer.Of(path))).Must(404, "link-not-found");
        (await TestServer.SendAsync(await server.OfficerAsync("2101"), "DELETE", TestServer.Of(path))).Must(403, "not-yours");
    }

    [Fact]
    public async Task Problems_speak_Thai_unless_English_is_preferred_and_tell_nothing_of_the_inside()
    {
        await using var server = await TestServer.StartAsync();

        foreach (
            var (language, title) in new[]
            {
                ("", "ไม่พบโครงการ"),
                ("th", "ไม่พบโครงการ"),
                ("en", "Campaign not found"),
                ("en;q=0.5, th;q=0.9", "ไม่พบโครงการ"),
                ("fr, en-GB", "Campaign not found"),
                ("%%%", "ไม่พบโครงการ"),
            }
        )
        {
            var answer = (
                await TestServer.SendAsync(server.Anyone, "GET", "/api/campaigns/none", (JsonNode?)null, ("Accept-Language", language))
            ).Must(404, "campaign-not-found");
            Assert.Equal((title, 404), (answer.Say("title"), (int)answer.Json["status"]!));
            Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_head_is_answered_like_a_get_without_its_body()
    {
        await using var server = await TestServer.StartAsync();

        var answer = (await TestServer.SendAsync(server.Anyone, "HEAD", "/api/health")).Must(200);

        Assert.Empty(answer.Bytes);
    }

    [Fact]
    public async Task An_emptied_key_file_stops_the_start_instead_of_opening_the_door()
    {
        await using var server = await TestServer.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(server.Folder, "admin.key"), "", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidOperationException>(() => TestServer.StartAsync(server.Folder));
    }
}
