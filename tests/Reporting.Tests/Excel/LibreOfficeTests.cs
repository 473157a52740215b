using System.Globalization;
using CddFunctions.Reporting.Datasets;
using CsvHelper;

namespace CddFunctions.Reporting.Tests.Excel;

public sealed class LibreOfficeTests
{
    [Fact]
    public async Task It_opens_every_sheet_and_gives_the_same_texts_back()
    {
        // Carriage returns and control characters come back changed from its CSV writer, so they are left to the other readers.
        string[] texts = [.. Sample.Hostile.Where(t => t.All(c => c is '\n' or '\t' or >= ' ' and not '\uFFFE')), new('ก', 32_767)];
        var exported = await Exported.WriteAsync(Sample.Rows(units: texts.Select(t => Sample.Unit("0123", t))));

        var sheets = await LibreOffice.SheetsAsync(exported.Bytes["datasets.xlsx"], asShown: false, TestContext.Current.CancellationToken);

        Assert.Equal(
            DatasetCatalogue.All.Select(d => d.Title.Th).Concat(["สารบัญ", "สรุป", "พจนานุกรมข้อมูล"]).Order(),
            sheets.Keys.Order()
        );
        var rows = Read(sheets["หน่วยงานและพื้นที่"]);
        Assert.Equal(["แผนงาน", "รหัสหน่วย"], rows[0][..2]);
        Assert.Equal(["campaign", "unit"], rows[1][..2]);
        Assert.Equal(texts, rows.Skip(2).Select(r => r[3]));
        Assert.All(rows.Skip(2), r => Assert.Equal("0123", r[1]));
    }

    [Fact]
    public async Task It_shows_dates_in_the_buddhist_era_and_numbers_with_commas()
    {
        var exported = await Exported.WriteAsync(Sample.Rows(obligations: [Sample.Obligation()]));

        var sheets = await LibreOffice.SheetsAsync(exported.Bytes["datasets.xlsx"], asShown: true, TestContext.Current.CancellationToken);

        var row = Read(sheets["งานที่ต้องส่ง"])[2];
        var column = DatasetCatalogue.All[0].Columns.Index().ToDictionary(c => c.Item.Name, c => c.Index);
        Assert.Equal("15 พ.ค. 2567 23:59", row[column["dueAt"]]);
        Assert.Equal("15 พ.ค. 2567", row[column["dueDate"]]);
        Assert.Equal("15 พ.ค. 2567 1:30", row[column["submittedAt"]]);
        Assert.Equal(("1,234", "1.5"), (row[column["revision"]], row[column["reviewDays"]]));
        Assert.Equal("2101", row[column["unit"]]);
        Assert.Equal(("ใช่", "ไม่ใช่"), (row[column["onTime"]], row[column["isDue"]]));
    }

    [Fact]
    public async Task It_shows_every_minute_as_that_minute()
    {
        var midnight = new DateTimeOffset(2024, 5, 15, 0, 0, 0, ThaiTime.Bangkok);
        var minutes = Enumerable.Range(0, 24 * 60).Select(m => midnight.AddMinutes(m)).ToList();
        var exported = await Exported.WriteAsync(
            Sample.Rows(submissions: minutes.Select(m => Sample.Submission("") with { SubmittedAt = m }))
        );

        var sheets = await LibreOffice.SheetsAsync(exported.Bytes["datasets.xlsx"], asShown: true, TestContext.Current.CancellationToken);

        Assert.Equal(
            minutes.Select(m => string.Create(CultureInfo.InvariantCulture, $"15 พ.ค. 2567 {m:H:mm}")),
            Read(sheets["การส่งงาน"]).Skip(2).Select(r => r[7])
        );
    }

    [Fact]
    public async Task It_shows_the_summary_of_the_obligations()
    {
        var late = Sample.Obligation("2102") with { OnTime = false, State = ObligationState.Returned };
        var missing = Sample.Obligation("2103") with { State = ObligationState.Overdue, SubmittedAt = null, OnTime = null };
        var exported = await Exported.WriteAsync(Sample.Rows(obligations: [Sample.Obligation(), late, missing]));

        var sheets = await LibreOffice.SheetsAsync(exported.Bytes["datasets.xlsx"], asShown: true, TestContext.Current.CancellationToken);

        var rows = Read(sheets["สรุป"]);
        Assert.Equal(["ส่งเล่ม", "15 พ.ค. 2567", "3", "2", "1", "1", "1", "1", "1", "2 / 3", "66.7"], rows[4]);
        Assert.Equal(["รวม", "–", "3", "2", "1", "1", "1", "1", "1", "2 / 3", "66.7"], rows[5]);
    }

    private static List<string[]> Read(string csv)
    {
        using var reader = CsvReader.FromText(csv, new() { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))]);

        return rows;
    }
}
