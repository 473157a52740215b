using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Submissions.HandIns.Pages;

namespace CddFunctions.Tests.Platform.Http;

/// <summary>Text that is not UTF-8 is refused on every way in, and nothing of it is kept.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class TextRulesTests
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>"งานประชุม" in windows-874, which TIS-620 is a part of.</summary>
    private static readonly byte[] Thai874 = [0xA7, 0xD2, 0xB9, 0xBB, 0xC3, 0xD0, 0xAA, 0xD8, 0xC1];

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    [Theory]
    [InlineData("a=b&c=%E0%B8%81+%20%25", true)]
    [InlineData("a=กขค", true)]
    [InlineData("a=50%&b=%zz&c=%", true)]
    [InlineData("a=%A7%D2%B9", false)]
    [InlineData("%A7=1", false)]
    [InlineData("a=%E0%B8", false)]
    [InlineData("a=%ED%A0%80", false)] // half a surrogate pair
    [InlineData("a=%C0%80", false)] // NUL, written too long
    public void Percent_escapes_count_as_the_bytes_they_stand_for(string encoded, bool isText) =>
        Assert.Equal(isText, TextRules.IsUtf8(Encoding.UTF8.GetBytes(encoded)));

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/json; charset=UTF-8", null)]
    [InlineData("application/json; charset=\"utf-8\"", null)]
    [InlineData("application/json; charset=us-ascii", null)]
    [InlineData("application/json; charset=windows-874", "windows-874")]
    [InlineData("application/json; charset=utf-16", "utf-16")]
    [InlineData("application/json; charset=x-what-is-this", "x-what-is-this")]
    public void Another_charset_is_named(string type, string? named)
    {
        var problem = TextRules.Refuse(type);

        Assert.Equal(named is null ? null : 415, problem?.Status);
        Assert.Contains(named ?? "", problem?.Detail.Th ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_program_in_windows_874_is_refused_however_it_is_written()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        byte[][] bodies =
        [
            [.. "note="u8, .. Thai874],
            "note=%A7%D2%B9"u8.ToArray(),
            [.. "idempotencyKey=k&"u8, .. Thai874, .. "=x"u8],
        ];
        foreach (var body in bodies)
            (await SendAsync(officer, body, Form)).Must(415, "wrong-charset");
        foreach (var charset in new[] { "windows-874", "tis-620", "x-unknown", "utf-16" })
            Assert.Contains(
                charset,
                (await SendAsync(officer, "note=x"u8.ToArray(), $"{Form}; charset={charset}")).Must(415, "wrong-charset").Say("detail"),
                StringComparison.Ordinal
            );

        var page = await SendAsync(officer, bodies[0], Form, ("Accept", "text/html"));
        Assert.Equal((415, "text/html"), (page.Code, page.Type));
        Assert.Contains("UTF-8", page.Text, StringComparison.Ordinal);
        (await TestServer.GetAsync(officer, TestServer.HandIn("t-free", "2101"))).Must(404, "nothing-handed-in");
    }

    [Fact]
    public async Task JSON_in_another_charset_is_415_on_every_way_in_and_never_500()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        (HttpClient Who, string Method, string Path)[] ways =
        [
            (officer, "POST", TestServer.HandIn("t-free", "2101")),
            (officer, "POST", TestServer.Of("uploads")),
            (officer, "PUT", TestServer.Of("rosters/people/2101")),
            (server.Admin, "POST", TestServer.Of("links")),
            (server.Admin, "POST", TestServer.Of("exports")),
            (server.Admin, "PUT", TestServer.Of("unit-sets/tambons")),
            (server.Admin, "POST", TestServer.Of("obligations/t-plan/2101/extension")),
        ];
        foreach (var (who, method, path) in ways)
        {
            foreach (var charset in new[] { "windows-874", "x-unknown", "utf-16", "utf-7" })
                (
                    await TestServer.SendAsync(
                        who,
                        method,
                        path,
                        TestServer.Bytes("{}"u8.ToArray(), $"application/json; charset={charset}")
                    )
                ).Must(415, "wrong-charset");

            byte[] garbage = [.. "{\"label\":\""u8, .. Thai874, .. "\"}"u8];
            Assert.InRange((await TestServer.SendAsync(who, method, path, TestServer.Bytes(garbage, "application/json"))).Code, 400, 422);
        }
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped_in_JSON_and_forms()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");

        (await SendAsync(officer, [.. Mark, .. "{\"fields\":{\"note\":\"ก\"}}"u8], "application/json")).Must(201);
        (await SendAsync(await server.OfficerAsync("2102"), [.. Mark, .. "note=%E0%B8%81"u8], Form, unit: "2102")).Must(201);
        var link = new JsonObject { ["role"] = "viewer", ["subject"] = "v" };
        (
            await TestServer.SendAsync(
                server.Admin,
                "POST",
                TestServer.Of("links"),
                TestServer.Bytes([.. Mark, .. Encoding.UTF8.GetBytes(link.ToJsonString())], "application/json")
            )
        ).Must(201);

        foreach (var unit in new[] { "2101", "2102" })
            Assert.Equal(
                "ก",
                (string)
                    (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-free", unit))).Must(200).Json["current"]!["fields"]![
                        "note"
                    ]!
            );
    }

    [Theory]
    [InlineData("multipart")]
    [InlineData("multipart name")]
    [InlineData("multipart file name")]
    [InlineData("broken multipart")]
    [InlineData("plain")]
    public async Task A_page_takes_no_form_in_windows_874(string kind)
    {
        await using var server = await TestServer.StartAsync();
        var token = (await server.LinkAsync("officer", "2101")).Say("token");
        var cookie = ("Cookie", $"{LinkCookies.NameOf(TestServer.Campaign)}={token}");
        var address = FormClient.Page("t-free", "2101");
        var hidden = FormClient.Hidden(await TestServer.SendAsync(server.Anyone, "GET", address, (HttpContent?)null, cookie));
        var sent = Body(kind, hidden);
        (string, string)[][] ways =
        [
            [cookie, ("Sec-Fetch-Site", "same-origin")],
            [("Authorization", $"Bearer {token}")],
        ];

        foreach (var way in ways)
        {
            var answer = await TestServer.SendAsync(server.Anyone, "POST", address, TestServer.Bytes(sent.Bytes, sent.Type), way);

            Assert.Equal((kind is "broken multipart" ? 400 : 415, "text/html"), (answer.Code, answer.Type));
        }

        (await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-free", "2101"))).Must(404, "nothing-handed-in");
    }

    [Theory]
    [InlineData("zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}x\r\n0\r\n\r\n")]
    [InlineData("fffffffffffffffff\r\n{}\r\n")]
    public async Task A_broken_chunk_is_400(string chunks)
    {
        await using var server = await TestServer.StartAsync();
        var token = (await server.LinkAsync("officer", "2101")).Say("token");
        var ticket = (await Uploading.TicketAsync(server.With(token), 2)).Must(201);
        var put = new Uri(new Uri(server.Address), ticket.Say("putUrl"));
        List<(string Line, string Type)> ways =
        [
            ($"POST {TestServer.HandIn("t-free", "2101")}", "application/json"),
            ($"POST {TestServer.HandIn("t-free", "2101")}", Form),
            ($"POST {TestServer.Of("uploads")}", "application/json"),
            ($"PUT {TestServer.Of("rosters/people/2101")}", "application/json"),
            ($"POST {FormClient.Page("t-free", "2101")}", Form),
            ($"POST {FormClient.Page("t-free", "2101")}", "multipart/form-data; boundary=x"),
        ];
        if (!Uploading.IsDirect(ticket))
            ways.Add(($"PUT {put.PathAndQuery}", "application/pdf"));

        foreach (var (line, type) in ways)
        {
            var answer = await RawAsync(
                server,
                $"{line} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: k\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{chunks}"
            );

            Assert.True(answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), $"{line} {type}: {answer.Split('\r')[0]}");
        }
    }

    private static (byte[] Bytes, string Type) Body(string kind, IEnumerable<(string Name, string Value)> hidden)
    {
        if (kind is "plain")
            return (
                [.. Encoding.UTF8.GetBytes(string.Join('&', hidden.Select(h => $"{h.Name}={h.Value}"))), .. "&note="u8, .. Thai874],
                Form
            );

        var parts = string.Concat(hidden.Select(h => $"--x\r\nContent-Disposition: form-data; name=\"{h.Name}\"\r\n\r\n{h.Value}\r\n"));
        byte[] last = kind switch
        {
            "multipart" => [.. "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n"u8, .. Thai874],
            "multipart name" => [.. "--x\r\nContent-Disposition: form-data; name=\""u8, .. Thai874, .. "\"\r\n\r\nx"u8],
            "multipart file name" =>
            [
                .. "--x\r\nContent-Disposition: form-data; name=\"files.a\"; filename=\""u8,
                .. Thai874,
                .. ".pdf\"\r\n\r\nx"u8,
            ],
            _ => [.. "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\ncut"u8],
        };
        byte[] end = kind is "broken multipart" ? [] : [.. "\r\n--x--\r\n"u8];
        return ([.. Encoding.UTF8.GetBytes(parts), .. last, .. end], "multipart/form-data; boundary=x");
    }

    private static Task<Answer> SendAsync(
        HttpClient client,
        byte[] body,
        string type,
        (string, string)? header = null,
        string unit = "2101"
    ) =>
        TestServer.SendAsync(
            client,
            "POST",
            TestServer.HandIn("t-free", unit),
            TestServer.Bytes(body, type),
            [("Idempotency-Key", "k"), header ?? ("Accept", "application/json")]
        );

    private static async Task<string> RawAsync(TestServer server, string request)
    {
        using var client = new TcpClient();
        var address = new Uri(server.Address);
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
