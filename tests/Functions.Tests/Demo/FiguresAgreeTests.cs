using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Host;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Demo;

/// <summary>One number for one thing: first page, board and workbook, as of the moment of the workbook.</summary>
[Trait("suite", "http")]
public sealed partial class FiguresAgreeTests(DemoRun demo) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cdd-figures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("rayong-2567")]
    [InlineData("phayao-2564")]
    public async Task Overview_board_and_workbook_say_the_same(string campaign)
    {
        TestHead.NeedsInProcess("it opens the folder of the demo");
        var obligations = (await demo.SheetAsync(campaign, "งานที่ต้องส่ง")).Rows;
        var summary = await demo.SummaryAsync(campaign);
        await using var site = await OpenAsync(campaign);
        using var admin = Client(site);
        var overview = await PageAsync(admin, campaign, "");
        var board = await PageAsync(admin, campaign, "/board");

        Assert.Equal(Line(summary["รวม"], 2, 3, 4, 8), Totals().Matches(overview).Select(m => m.Groups["n"].Value));
        foreach (var task in obligations.DistinctBy(r => r["task"]))
        {
            var line = summary[(string)task["taskTitle"]!];
            var row = RowOf(overview, $"{task["task"]}");
            var shown = Cells().Matches(row).Select(m => m.Groups["n"].Value).ToList();
            Assert.Equal([$"{line[3]} / {line[2]}", .. Line(line, 4, 6, 7, 8)], [$"{shown[0]} / {shown[1]}", .. shown.Skip(2)]);
            Assert.Contains($"<strong>{line[3]} / {line[2]}", await PageAsync(admin, campaign, $"/board?task={task["task"]}"));
        }

        Assert.Contains($"<strong>{summary["รวม"][3]} / {summary["รวม"][2]} (", board);
        var states = obligations.CountBy(r => (string)r["stateTh"]!).OrderBy(s => s.Key, StringComparer.Ordinal);
        var legend = States()
            .Matches(board)
            .Select(m => KeyValuePair.Create(m.Groups["words"].Value, int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture)));
        Assert.Equal(states, legend.OrderBy(s => s.Key, StringComparer.Ordinal));
        var late = await PageAsync(admin, campaign, "/board/late");
        Assert.Contains($"<h1>ข้อความแจ้งงานที่เกินกำหนด ({summary["รวม"][8]})</h1>", late);
    }

    private static string RowOf(string page, string task)
    {
        var start = page.IndexOf($"id=\"{task}\">", StringComparison.Ordinal);
        return page[start..page.IndexOf("</tr>", start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Line(object?[] cells, params int[] at) => at.Select(i => $"{cells[i]}");

    private async Task<WebApplication> OpenAsync(string campaign)
    {
        foreach (var file in Directory.EnumerateFiles(demo.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(demo.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "exports", campaign, "manifest.json")))!;
        var asOf = DateTimeOffset.Parse((string)manifest["asOf"]!, CultureInfo.InvariantCulture);
        var site = Application.Build(new(Data: _folder), new RehearsalClock(asOf), [], head: Head.Bare);
        await Serve.StartAsync(site, 0, TestContext.Current.CancellationToken);
        return site;
    }

    private HttpClient Client(WebApplication site)
    {
        var client = new HttpClient { BaseAddress = new(site.Urls.First()) };
        client.DefaultRequestHeaders.Add("x-admin-key", File.ReadAllText(Path.Combine(_folder, "admin.key")));
        return client;
    }

    private static Task<string> PageAsync(HttpClient client, string campaign, string path) =>
        client.GetStringAsync($"/api/ui/{campaign}{path}", TestContext.Current.CancellationToken);

    [GeneratedRegex(@"<dt>[^<]+</dt>\s*<dd>(?<n>[\d,]+)</dd>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Totals();

    /// <summary>Of a row: handed in, owed, accepted, on time, late, overdue.</summary>
    [GeneratedRegex(@"(<strong>|</strong> / |</span>\s*)(?<n>\d+|–)(?=</strong>|</span>|</td>)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cells();

    [GeneratedRegex(@"class=""mark [a-z]+"" href=""[^""]+"">(?<words>[^<]+)</a>\s*<strong>(?<n>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex States();
}
