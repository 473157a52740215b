using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Excel;

namespace CddFunctions.Reporting.Tests.Excel;

public sealed class RowWriterTests
{
    [Fact]
    public async Task Only_the_first_cell_and_one_after_a_gap_say_where_they_are() =>
        Assert.Equal(
            """<row r="3"><c s="0" r="A3"><v>1</v></c><c s="1"><v>2</v></c><c s="3" r="D3"><v>3</v></c><c s="4"><v>4</v></c></row>""",
            await WrittenAsync(Cell.Of(1), Cell.Of(2), default, Cell.Of(3), Cell.Of(4), default)
        );

    [Fact]
    public async Task A_row_that_begins_with_a_gap_says_where_its_first_cell_is() =>
        Assert.Equal("""<row r="3"><c s="1" r="B3" t="b"><v>1</v></c></row>""", await WrittenAsync(default, Cell.Of(true)));

    [Theory]
    [InlineData("เมือง ระยอง", "")]
    [InlineData(" ก", " xml:space=\"preserve\"")]
    [InlineData("ก\t", " xml:space=\"preserve\"")]
    [InlineData("ก  ข", " xml:space=\"preserve\"")]
    [InlineData("ก\nข", " xml:space=\"preserve\"")]
    public async Task Only_a_text_with_white_space_to_lose_asks_for_it(string text, string attribute) =>
        Assert.Equal(
            $"""<row r="3"><c s="0" r="A3" t="inlineStr"><is><t{attribute}>{text}</t></is></c></row>""",
            await WrittenAsync(Cell.Of(text))
        );

    [Fact]
    public async Task Every_second_of_a_day_is_itself_to_a_reader_that_cuts_fractions_off()
    {
        var midnight = new DateTimeOffset(2024, 5, 15, 0, 0, 0, ThaiTime.Bangkok);
        var wrong = new List<int>();
        for (var second = 0; second < 86_400; second++)
        {
            var row = XElement.Parse(await WrittenAsync(Cell.Of(midnight.AddSeconds(second))));
            var days = double.Parse(row.Value, CultureInfo.InvariantCulture);

            // As SheetJS counts, and as one does who takes the time of day first.
            if (Math.Floor(days * 24 * 60 * 60 * 1000) != ((45_427 * 86_400L) + second) * 1000 || Math.Floor(days % 1 * 86_400) != second)
                wrong.Add(second);
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Midnight_is_a_whole_number() =>
        Assert.Equal(
            """<row r="3"><c s="0" r="A3"><v>45427</v></c></row>""",
            await WrittenAsync(Cell.Of(new DateTimeOffset(2024, 5, 14, 17, 0, 0, TimeSpan.Zero)))
        );

    private static async Task<string> WrittenAsync(params Cell[] row)
    {
        using var output = new MemoryStream();
        var writer = new RowWriter(output, [.. Enumerable.Range(0, row.Length)], new(new double?[row.Length]));
        await writer.WriteAsync(3, row, default);
        await writer.FlushAsync(default);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
