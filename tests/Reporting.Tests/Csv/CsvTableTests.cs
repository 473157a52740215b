using System.Globalization;
using System.Text;
using CddFunctions.Reporting.Datasets;
using CsvHelper;

namespace CddFunctions.Reporting.Tests.Csv;

public sealed class CsvTableTests
{
    [Fact]
    public async Task It_begins_with_the_byte_order_mark_and_the_names_and_ends_lines_with_crlf()
    {
        var exported = await Exported.WriteAsync(Sample.Rows(units: [Sample.Unit("21", "ระยอง")]));

        Assert.Equal(Encoding.UTF8.Preamble, exported.Bytes["datasets/units.csv"].AsSpan(0, 3));
        Assert.Equal(
            "\uFEFFcampaign,unit,level,nameTh,nameEn,parent,parentName,sets,managed\r\n"
                + "rayong-2567,21,district,ระยอง,Test,,,districts; all,true\r\n",
            exported.Csv("units")
        );
    }

    [Fact]
    public async Task An_empty_table_is_its_header()
    {
        var exported = await Exported.WriteAsync(Sample.Rows());

        Assert.All(
            DatasetCatalogue.All,
            d => Assert.Equal("\uFEFF" + string.Join(',', d.Columns.Select(c => c.Name)) + "\r\n", exported.Csv(d.Name))
        );
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+66800000000", "\"'+66800000000\"")]
    [InlineData("-x", "\"'-x\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋66", "'＋66")]
    [InlineData("－x", "'－x")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("0800000000", "0800000000")]
    [InlineData("=\"a\"", "\"'=\"\"a\"\"\"")]
    [InlineData("1=1", "1=1")]
    [InlineData("'ก่อน", "'ก่อน")]
    public async Task A_text_that_could_run_gets_an_apostrophe(string text, string field)
    {
        var exported = await Exported.WriteAsync(Sample.Rows(units: [Sample.Unit("21", text)]));

        Assert.Contains($",district,{field},Test,", exported.Csv("units"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_dates_and_instants_are_plain()
    {
        var late = Sample.Obligation() with { DaysLate = -3, ReviewDays = -0.5m };
        var exported = await Exported.WriteAsync(Sample.Rows(obligations: [late], tasks: [Sample.Task(-8)]));

        var row = Read(exported, "obligations")[0];

        Assert.Equal(("-3", "-0.5"), (row["daysLate"], row["reviewDays"]));
        Assert.Equal(("2024-05-15T23:59:59+07:00", "2024-05-15"), (row["dueAt"], row["dueDate"]));
        Assert.Equal(("2024-05-15T01:30:05+07:00", "2024-05-15"), (row["submittedAt"], row["submittedDate"]));
        Assert.Equal(("true", "false", ""), (row["onTime"], row["isDue"], row["extendedTo"]));
        Assert.Equal(("-8", "ry-l1 ข้อ ๔; ry-l2 ข้อ ๓"), (Read(exported, "tasks")[0]["expected"], Read(exported, "tasks")[0]["clause"]));
    }

    [Theory]
    [InlineData("7.00", "7")]
    [InlineData("1.50", "1.5")]
    [InlineData("0.00", "0")]
    [InlineData("100", "100")]
    [InlineData("0.25", "0.25")]
    public async Task A_number_has_no_trailing_zeros(string days, string written)
    {
        var row = Sample.Obligation() with { ReviewDays = decimal.Parse(days, CultureInfo.InvariantCulture) };

        Assert.Equal(written, Read(await Exported.WriteAsync(Sample.Rows(obligations: [row])), "obligations")[0]["reviewDays"]);
    }

    [Fact]
    public async Task A_reader_that_takes_the_apostrophe_off_gets_the_same_texts()
    {
        var exported = await Exported.WriteAsync(Sample.Rows(units: Sample.Hostile.Select(t => Sample.Unit("0123", t))));

        var read = Read(exported, "units").Select(r => r["nameTh"]);

        Assert.Equal(Sample.Hostile, read.Select(t => t is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? t[1..] : t));
    }

    [Fact]
    public async Task A_text_too_long_for_excel_is_whole_in_the_csv()
    {
        var text = new string('ก', 40_000);
        var exported = await Exported.WriteAsync(Sample.Rows(units: [Sample.Unit("21", text)]));

        Assert.Equal(text, Read(exported, "units")[0]["nameTh"]);
    }

    private static List<Dictionary<string, string>> Read(Exported exported, string table)
    {
        var names = DatasetCatalogue.All.Single(d => d.Name == table).Columns.Select(c => c.Name).ToArray();
        using var csv = CsvReader.Create(exported.Bytes[$"datasets/{table}.csv"]);
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(names.Index().ToDictionary(n => n.Item, n => csv.GetString(n.Index)));

        return rows;
    }
}
