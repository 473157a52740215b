using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Excel;

namespace CddFunctions.Reporting.Tests.Excel;

public sealed class ExcelLimitsTests
{
    [Fact]
    public void A_text_of_the_limit_is_whole_and_a_longer_one_is_cut_and_marked()
    {
        var whole = new string('ก', ExcelLimits.CellLength);

        Assert.Same(whole, ExcelLimits.Fit(whole));
        var cut = ExcelLimits.Fit(whole + "ก");
        Assert.InRange(cut.Length, ExcelLimits.CellLength - 2, ExcelLimits.CellLength);
        Assert.EndsWith("ก… (ตัดข้อความ)", cut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ที่")]
    [InlineData("👩‍🌾")]
    public void The_cut_is_between_graphemes(string grapheme)
    {
        // Every offset of the text is tried, so that the limit falls on each part of the grapheme.
        for (var shift = 0; shift < grapheme.Length; shift++)
        {
            var text = new string('x', shift) + string.Concat(Enumerable.Repeat(grapheme, ExcelLimits.CellLength));

            var kept = ExcelLimits.Fit(text)[shift..^"… (ตัดข้อความ)".Length];

            Assert.Equal(0, kept.Length % grapheme.Length);
        }
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(51, "AZ")]
    [InlineData(702, "AAA")]
    public void Columns_have_letters(int index, string expected) => Assert.Equal(expected, RowWriter.ColumnName(index));

    [Fact]
    public async Task A_table_is_refused_only_past_the_last_row_of_a_worksheet()
    {
        await using var sheet = await SheetFile.StartAsync(
            DatasetCatalogue.All.Single(d => d.Name == "units"),
            Stream.Null,
            new SheetTemplate("", "", [0]),
            default
        );
        var row = new[] { Cell.Of(1) };
        for (var i = 0; i < ExcelLimits.Rows - TableSheet.FirstDataRow + 1; i++)
            await sheet.WriteAsync(row, default);

        var refused = await Assert.ThrowsAsync<TableTooLongException>(async () => await sheet.WriteAsync(row, default));

        Assert.Equal(1_048_574, sheet.Rows);
        Assert.Contains("units has more than the 1,048,574 rows", refused.Message, StringComparison.Ordinal);
    }
}
