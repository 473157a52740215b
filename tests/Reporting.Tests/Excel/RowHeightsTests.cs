using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Excel;

namespace CddFunctions.Reporting.Tests.Excel;

public sealed class RowHeightsTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("0123456789a", null)]
    [InlineData("0123456789ab", 28.0)]
    [InlineData("ที่ที่ที่ที่ที่", null)]
    [InlineData("ก\nข\nค", 42.0)]
    public void A_row_of_one_line_keeps_the_usual_height_and_marks_take_no_room(string text, double? height) =>
        Assert.Equal(height, new RowHeights([10]).Of([Cell.Of(text)]));

    [Fact]
    public void The_longest_text_that_wraps_decides() =>
        Assert.Equal(
            42,
            new RowHeights([null, 10, 20]).Of([Cell.Of(new string('ก', 90)), Cell.Of(new string('ก', 30)), Cell.Of(new string('ก', 21))])
        );

    [Fact]
    public void Padding_is_for_every_row() => Assert.Equal(20, new RowHeights([10], LineHeight: 16, Padding: 4).Of([default]));

    [Fact]
    public void Excel_shows_no_row_higher_than_409_points() =>
        Assert.Equal(409, new RowHeights([10]).Of([Cell.Of(new string('ก', 32_767))]));
}
