using System.Text.Json;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Tests.Campaigns;

namespace CddFunctions.Reporting.Tests.Excel;

/// <summary>Reads the workbook with exceljs, which takes less for granted than the schema allows and so breaks first.</summary>
public sealed class ExcelJsTests
{
    private static readonly DateTimeOffset Midnight = new(2024, 5, 15, 0, 0, 0, ThaiTime.Bangkok);

    [Fact]
    public async Task It_opens_every_sheet_and_finds_its_table_title_and_date()
    {
        var (properties, sheets) = await ReadAsync(Sample.Rows(units: [Sample.Unit("21", "ระยอง"), Sample.Unit("2101", "เมืองระยอง")]));

        Assert.Equal(Sample.Context.Title.Th, properties.GetProperty("title").GetString());
        Assert.Equal(Sample.AsOf, properties.GetProperty("created").GetDateTimeOffset());
        Assert.Equal(["สารบัญ", "สรุป", .. DatasetCatalogue.All.Select(d => d.Title.Th), "พจนานุกรมข้อมูล"], sheets.Keys);
        Assert.Equal(
            [.. DatasetCatalogue.All.Select(d => d.Name), "dictionary"],
            sheets.Values.SelectMany(Tables).Select(t => t[..t.IndexOf(' ', StringComparison.Ordinal)])
        );
        Assert.Equal(["units A2:I4"], Tables(sheets["หน่วยงานและพื้นที่"]));
    }

    [Fact]
    public async Task It_gives_the_same_texts_back()
    {
        // It leaves what XML cannot carry, and the look-alikes of it, in their escaped form.
        string[] texts = [.. Sample.Hostile.Where(t => t != "_x0041_" && t.All(c => c is '\n' or '\t' or >= ' ' and not '\uFFFE'))];

        var (_, sheets) = await ReadAsync(Sample.Rows(units: texts.Select(t => Sample.Unit("0123", t))));

        var rows = Rows(sheets["หน่วยงานและพื้นที่"]);
        Assert.Equal("รหัสหน่วย", rows[0][1].GetString());
        Assert.Equal("unit", rows[1][1].GetString());
        Assert.Equal(texts, rows.Skip(2).Select(r => r[3].GetString()));
        Assert.All(rows.Skip(2), r => Assert.Equal("0123", r[1].GetString()));
    }

    [Fact]
    public async Task It_finds_each_value_in_its_column()
    {
        var (_, sheets) = await ReadAsync(Sample.Rows(obligations: [Sample.Obligation()]));

        var cells = Rows(sheets["งานที่ต้องส่ง"])[2];
        var row = DatasetCatalogue.All[0].Columns.Zip(cells).ToDictionary(c => c.First.Name, c => c.Second, StringComparer.Ordinal);
        Assert.Equal(("2101", "รับแล้ว"), (row["unit"].GetString(), row["stateTh"].GetString()));
        Assert.Equal(new DateTime(2024, 5, 15, 23, 59, 59, DateTimeKind.Utc), row["dueAt"].GetDateTime());
        Assert.Equal(new DateTime(2024, 5, 15, 0, 0, 0, DateTimeKind.Utc), row["dueDate"].GetDateTime());
        Assert.Equal(JsonValueKind.Null, row["extendedTo"].ValueKind);
        Assert.False(row["isDue"].GetBoolean());
        Assert.Equal("accepted", row["state"].GetString());
        Assert.Equal(new DateTime(2024, 5, 15, 1, 30, 5, DateTimeKind.Utc), row["submittedAt"].GetDateTime());
        Assert.Equal((1.5m, 1234), (row["reviewDays"].GetDecimal(), row["revision"].GetInt32()));
    }

    [Fact]
    public async Task It_reads_instants_to_the_second()
    {
        var seconds = Enumerable.Range(0, 86_400).Where(s => s % 7 == 0).ToList();

        var (_, sheets) = await ReadAsync(
            Sample.Rows(submissions: seconds.Select(s => Sample.Submission("") with { SubmittedAt = Midnight.AddSeconds(s) }))
        );

        Assert.Equal(
            seconds.Select(s => new DateTime(2024, 5, 15, 0, 0, 0, DateTimeKind.Utc).AddSeconds(s)),
            Rows(sheets["การส่งงาน"]).Skip(2).Select(r => r[7].GetDateTime())
        );
    }

    private static async Task<(JsonElement Properties, Dictionary<string, JsonElement> Sheets)> ReadAsync(DatasetRows rows)
    {
        var exported = await Exported.WriteAsync(rows);
        var file = Path.Combine(Path.GetTempPath(), $"cdd-reporting-{Guid.NewGuid():N}.xlsx");
        try
        {
            await File.WriteAllBytesAsync(file, exported.Bytes[DatasetExport.WorkbookName], TestContext.Current.CancellationToken);
            var lines = NodeTool.Run("workbook.mjs", file, []).Select(l => JsonElement.Parse(l)).ToList();
            return (lines[0], lines.Skip(1).ToDictionary(s => s.GetProperty("name").GetString()!, StringComparer.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<string> Tables(JsonElement sheet) =>
        sheet.GetProperty("tables").EnumerateArray().Select(t => t.GetString()!);

    private static List<JsonElement[]> Rows(JsonElement sheet) =>
        [.. sheet.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().ToArray())];
}
