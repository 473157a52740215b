using CddFunctions.Campaigns.Checks;

namespace CddFunctions.Tests.Campaigns.Checks;

public sealed class ClauseNumbersTests
{
    [Theory]
    [InlineData("ข้อ ๒", "2")]
    [InlineData("ข้อ ๓.๑", "3.1")]
    [InlineData("๔.๑๐", "4.10")]
    [InlineData("ข้อ 3.1", "3.1")]
    [InlineData("ข้อ ๕-๖", "5 6")]
    [InlineData("๔.๘-๔.๑๐", "4.8 4.9 4.10")]
    [InlineData("๔.๘–๔.๑๐", "4.8 4.9 4.10")]
    [InlineData("ข้อ ๔ วรรคสอง", "4")]
    [InlineData("ข้อ ๖-๕", "")]
    [InlineData("๔.๘-๕.๑", "")]
    [InlineData("ข้อสุดท้าย", "")]
    [InlineData("วรรคแรก", "")]
    [InlineData("๔.", "")]
    public void Numbers_are_read_from_a_locator(string locator, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', ClauseNumbers.Of(locator)));

    [Theory]
    [InlineData("ข้อ ๒", true)]
    [InlineData("๔.๑", true)]
    [InlineData("หน้า ๒", false)]
    [InlineData("เรียน", false)]
    public void Only_clauses_must_be_listed(string locator, bool numbered) => Assert.Equal(numbered, ClauseNumbers.IsNumbered(locator));
}
