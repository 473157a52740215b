using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Demo;

public sealed partial class DemoExportsTests(DemoRun demo)
{
    private static readonly string[] Campaigns = ["phayao-2564", "rayong-2567"];

    public static TheoryData<string, string, string> Tables { get; } =
        new(
            from campaign in Campaigns
            from table in new[]
            {
                ("obligations", "งานที่ต้องส่ง"),
                ("submissions", "การส่งงาน"),
                ("roster_entries", "บัญชีรายชื่อ"),
                ("roster_changes", "การเปลี่ยนบัญชีรายชื่อ"),
                ("units", "หน่วยงานและพื้นที่"),
                ("tasks", "รายการงาน"),
                ("dates", "ปฏิทิน"),
            }
            select (campaign, table.Item1, table.Item2)
        );

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_csv_holds_the_rows_of_its_sheet(string campaign, string name, string title)
    {
        var sheet = await demo.SheetAsync(campaign, title);
        var csv = ExportedTable.FromCsv(Path.Combine(demo.Folder, "exports", campaign, "datasets", $"{name}.csv"));

        // The staff register of Rayong came once and was not changed.
        Assert.Equal((campaign, name) is ("rayong-2567", "roster_changes"), csv.Rows.Count == 0);
        Assert.Equal(sheet.Columns, csv.Columns);
        Assert.Equal(
            sheet.Rows.Select(r => string.Join('|', sheet.Columns.Select(c => ExportedTable.AsCsv(r[c], c)))),
            csv.Rows.Select(r => string.Join('|', csv.Columns.Select(c => r[c]?.ToString())))
        );
    }

    [Fact]
    public async Task Nothing_in_the_exports_looks_like_a_real_phone_or_an_email()
    {
        Assert.Equal(0, await demo.PlayedAsync());
        var files = Directory.GetFiles(Path.Combine(demo.Folder, "exports"), "*.csv", SearchOption.AllDirectories);

        Assert.Equal(14, files.Length);
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.DoesNotMatch(Email(), text);
            Assert.All(Phone().Matches(text), m => Assert.Matches(MadeUp(), m.Value));
        }
    }

    [Fact]
    public async Task The_story_is_printed_with_its_refusals_and_the_places_of_the_exports()
    {
        Assert.Equal(0, await demo.PlayedAsync());

        Assert.Contains("๑๑ หน้า เกิน ๑๐ หน้า", demo.Output, StringComparison.Ordinal);
        Assert.Contains("๕ นาที ๑ วินาที เกิน ๕ นาที", demo.Output, StringComparison.Ordinal);
        Assert.All(Campaigns, c => Assert.Contains(Path.Combine(demo.Folder, "exports", c), demo.Output, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w", RegexOptions.None, 1000)]
    private static partial Regex Email();

    /// <summary>Anything of nine digits or more that begins like a Thai number; codes and dates are shorter or hyphenated.</summary>
    [GeneratedRegex(@"(?:\+66|(?<![\dA-Z-])0)[\d -]{8,11}\d", RegexOptions.None, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^0800000\d{3}$", RegexOptions.None, 1000)]
    private static partial Regex MadeUp();
}
