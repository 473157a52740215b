using CddFunctions.Demo;

namespace CddFunctions.Tests.Demo;

public sealed class ColumnTextTests
{
    [Theory]
    [InlineData("plan", 4)]
    [InlineData("ที่", 1)]
    [InlineData("ปั๊ม", 2)]
    [InlineData("นิคมพัฒนา", 7)]
    public void Marks_above_and_below_take_no_cell(string text, int width) => Assert.Equal(width, ColumnText.Width(text));

    [Theory]
    [InlineData("ที่", 3, "ที่  ")]
    [InlineData("ที่ดิน", 3, "ที่ดิน")]
    [InlineData("ที่ดินทำกิน", 4, "ที่ดิน…")]
    public void Text_is_padded_or_cut_between_letters(string text, int width, string shown) =>
        Assert.Equal(shown, ColumnText.Pad(text, width));
}
