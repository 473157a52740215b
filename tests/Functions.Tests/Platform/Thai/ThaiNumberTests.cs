using CddFunctions.Platform.Thai;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class ThaiNumberTests
{
    public static TheoryData<string, decimal> Read =>
        new()
        {
            { "0", 0m },
            { "-0", 0m },
            { "๑๒", 12m },
            { " 1,000 ", 1000m },
            { "1000", 1000m },
            { "007", 7m },
            { "12,345,678.90", 12345678.90m },
            { "-๑,๒๓๔.๕", -1234.5m },
            { "\u22125", -5m },
            { "0.50", 0.50m },
            { "79228162514264337593543950335", decimal.MaxValue },
            { "-79228162514264337593543950335", decimal.MinValue },
        };

    [Theory]
    [MemberData(nameof(Read))]
    public void A_number_is_read(string text, decimal expected)
    {
        Assert.True(ThaiNumber.TryParse(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("--5")]
    [InlineData("+5")]
    [InlineData("-+5")]
    [InlineData("5-")]
    [InlineData("(5)")]
    [InlineData("1,00")]
    [InlineData("1,0000")]
    [InlineData("1000,000")]
    [InlineData("0,123")]
    [InlineData("000,123")]
    [InlineData(",123")]
    [InlineData("1,,000")]
    [InlineData("1,000,")]
    [InlineData("1.000,5")]
    [InlineData("1.2.3")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1 000")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("๑๒ บาท")]
    [InlineData("NaN")]
    [InlineData("๑٢")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.12345678901234567890123456789012")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(ThaiNumber.TryParse(text, out var value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void More_than_200_characters_are_refused()
    {
        Assert.True(ThaiNumber.TryParse(new string('0', 199) + "7", out _));
        Assert.False(ThaiNumber.TryParse(new string('0', 200) + "7", out _));
    }

    [Fact]
    public void Groups_and_decimals_are_printed()
    {
        Assert.Equal("๒๖๙,๐๐๐", ThaiNumber.Format(269000m, thaiDigits: true));
        Assert.Equal("1,000.50", ThaiNumber.Format(1000.50m, thaiDigits: false));
        Assert.Equal("-1,234,567", ThaiNumber.Format(-1234567m, thaiDigits: false));
        Assert.Equal("999", ThaiNumber.Format(999m, thaiDigits: false));
    }

    [Fact]
    public void What_is_printed_is_read_back() =>
        Prop.ForAll<decimal, bool>((value, thai) => ThaiNumber.TryParse(ThaiNumber.Format(value, thai), out var read) && read == value)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
