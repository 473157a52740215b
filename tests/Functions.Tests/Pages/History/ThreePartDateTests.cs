using CddFunctions.Pages.History;

namespace CddFunctions.Tests.Pages.History;

public sealed class ThreePartDateTests
{
    [Theory]
    [InlineData("30", "9", "2567", "2024-09-30")]
    [InlineData("๒๙", "๒", "๒๕๖๗", "2024-02-29")]
    [InlineData(" 1 ", "1", "2024", "2024-01-01")]
    [InlineData("29", "2", "2566", null)]
    [InlineData("31", "9", "2567", null)]
    [InlineData("0", "9", "2567", null)]
    [InlineData("1", "13", "2567", null)]
    [InlineData("1", "0", "2567", null)]
    [InlineData("1", "9", "67", null)]
    [InlineData("1", "9", "2399", "2399-09-01")]
    [InlineData("1", "9", "2442", null)]
    [InlineData("1", "9", "2443", "1900-09-01")]
    [InlineData("-1", "9", "2567", null)]
    [InlineData("", "", "", null)]
    [InlineData("1", "9", "99999999999", null)]
    public void A_day_of_either_era_is_read_and_what_is_none_is_not(string day, string month, string year, string? expected) =>
        Assert.Equal(expected, new ThreePartDate(day, month, year).Read()?.ToString("yyyy-MM-dd"));
}
