using System.Text;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;
using CddFunctions.Tests.Submissions.HandIns.Pages;

namespace CddFunctions.Tests.Platform.Http;

/// <summary>Thousands of requests that no honest client sends. Each is refused or taken; none is a fault of the program.</summary>
[Trait("suite", "http")]
public sealed class HostileRequestsTests
{
    private static readonly string[] Types =
    [
        "application/json",
        "application/json; charset=\"utf-8\"",
        "application/json;charset=",
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=TIS-620",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/plain",
        "image/heic",
    ];

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{",
            "}",
            "\"",
            "[",
            ":",
            ",",
            "null",
            "{\"fields\":",
            "{\"uploads\":{\"file\":",
            "\\ud800",
            "1e999",
            "note=",
            "&",
            "=",
            "%",
            "%A7",
            "%00",
            "--x\r\n",
            "--x--\r\n",
            "Content-Disposition: form-data; name=\"",
            "filename*=utf-8''%A7",
            "filename*=tis-620''%A7",
            "\r\n\r\n",
            "ก",
            "lines[0].name=",
            "lines[99999].a=",
            "idempotencyKey=",
            "PK\u0003\u0004",
            "%PDF-1.7",
            "\0\0\0\u0018ftypheic",
            "GIF8",
            "RIFF",
        }.Select(Encoding.Latin1.GetBytes),
        [0xEF, 0xBB, 0xBF],
        [0xA7, 0xD2],
        [0xFF, 0xFE],
        PdfMaker.PagesOf(1)[..200],
    ];

    [Fact]
    public async Task No_body_and_no_query_is_a_fault_of_the_program()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        var random = new Random(20240510);
        (HttpClient Who, string Method, string Path)[] ways =
        [
            (officer, "POST", TestServer.HandIn("t-free", "2101")),
            (officer, "PUT", TestServer.HandIn("t-free", "2101")),
            (officer, "POST", TestServer.HandIn("t-plan", "2101")),
            (officer, "POST", TestServer.Of("uploads")),
            (officer, "PUT", TestServer.Of("rosters/people/2101")),
            (officer, "POST", FormClient.Page("t-note", "2101")),
            (server.Admin, "POST", TestServer.Of("links")),
            (server.Admin, "POST", TestServer.Of("exports")),
            (server.Admin, "PUT", TestServer.Of("unit-sets/tambons")),
        ];

        var faults = new List<string>();
        for (var i = 0; i < 2_000; i++)
        {
            var (who, method, path) = ways[random.Next(ways.Length)];
            var body = Body(random);
            var type = Types[random.Next(Types.Length)];
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await TestServer.SendAsync(who, method, path + Query(random), content, [.. Headers(random)]);
            if (answer.Code >= 500)
                faults.Add($"{method} {path} {type} {Convert.ToHexString(body)}: {answer.Code}");
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task No_query_of_a_list_is_a_fault_of_the_program()
    {
        await using var server = await TestServer.StartAsync();
        var random = new Random(20240511);
        string[] lists = ["obligations", "links", "audit", "exports", "tasks/t-note/units/2101/submissions"];

        for (var i = 0; i < 1_000; i++)
        {
            var path = TestServer.Of(lists[random.Next(lists.Length)]) + Query(random);
            Assert.InRange((await TestServer.GetAsync(server.Admin, path)).Code, 200, 499);
        }
    }

    /// <summary>What is sent as a file is measured or refused, whatever it is.</summary>
    [Fact]
    public async Task No_file_is_a_fault_of_the_program()
    {
        await using var server = await TestServer.StartAsync();
        var random = new Random(20240512);

        for (var i = 0; i < 300; i++)
        {
            var body = Body(random);
            if (body.Length == 0)
                continue;
            var ticket = (await Uploading.TicketAsync(server.Admin, body.Length, "t-book", "file")).Must(201);
            var sent = await Uploading.SendAsync(server, server.Admin, ticket, body);
            Assert.True(sent.Code is 200 or 422, $"{sent.Code} {Convert.ToHexString(body)}");
            Assert.Equal(sent.Code, (await Uploading.MeasureAsync(server.Admin, ticket)).Code);
        }
    }

    private static byte[] Body(Random random) =>
        [.. Enumerable.Range(0, random.Next(9)).SelectMany(_ => Pieces[random.Next(Pieces.Length)])];

    private static string Query(Random random)
    {
        string[] names = ["limit", "after", "state", "unit", "task", "x", "limit[]", "%A7", ""];
        string[] values =
        [
            "1",
            "-1",
            "0",
            "99999999999999999999",
            "%00",
            "%A7",
            "%ED%A0%80",
            "open",
            "",
            "a/b",
            "%F0%9F%98%80",
            "1,2",
            "*",
        ];
        var parts = Enumerable
            .Range(0, random.Next(3))
            .Select(_ => $"{names[random.Next(names.Length)]}={values[random.Next(values.Length)]}");
        return "?" + string.Join('&', parts);
    }

    private static IEnumerable<(string, string)> Headers(Random random)
    {
        string[] keys = ["k", "", new string('k', 300), "k\tk"];
        string[] tags = ["*", "\"1\"", "W/\"1\"", "\"", "W/", "\"1-gzip\", \"2\"", "garbage"];
        if (random.Next(3) > 0)
            yield return ("Idempotency-Key", keys[random.Next(keys.Length)]);
        if (random.Next(3) > 0)
            yield return ("If-Match", tags[random.Next(tags.Length)]);
        if (random.Next(2) > 0)
            yield return ("Accept", random.Next(2) > 0 ? "text/html" : "nonsense");
    }
}
