using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class ThaiDigitsTests
{
    [Fact]
    public void All_ten_digits_go_both_ways()
    {
        Assert.Equal("0123456789", ThaiDigits.ToAscii("๐๑๒๓๔๕๖๗๘๙"));
        Assert.Equal("๐๑๒๓๔๕๖๗๘๙", ThaiDigits.ToThai("0123456789"));
    }

    [Theory]
    [InlineData("ก๏๚/:", "ก๏๚/:")]
    [InlineData("", "")]
    [InlineData("alc๒๐๒๑", "alc2021")]
    public void Other_characters_stay(string given, string expected) => Assert.Equal(expected, ThaiDigits.ToAscii(given));

    [Theory]
    [InlineData(0, "๐")]
    [InlineData(-12, "-๑๒")]
    [InlineData(long.MaxValue, "๙๒๒๓๓๗๒๐๓๖๘๕๔๗๗๕๘๐๗")]
    public void Whole_numbers_are_printed_in_Thai(long value, string expected) => Assert.Equal(expected, ThaiDigits.ToThai(value));
}
