using System.Globalization;
using CddFunctions.Platform.Thai;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("1200", "1200", null)]
    [InlineData(" 1,200 ", "1200", null)]
    [InlineData("1 200", "1200", null)]
    [InlineData("12\u00A0345\u00A0678.50", "12345678.50", null)]
    [InlineData("1,200 คน", "1200", NumberUnit.People)]
    [InlineData("๑,๒๐๐คน", "1200", NumberUnit.People)]
    [InlineData("25 ราย", "25", NumberUnit.People)]
    [InlineData("1,200 people", "1200", NumberUnit.People)]
    [InlineData("๑๒ ครัวเรือน", "12", NumberUnit.Households)]
    [InlineData("๑,๒๐๐ บาท", "1200", NumberUnit.Baht)]
    [InlineData("5,000 บาทถ้วน", "5000", NumberUnit.Baht)]
    [InlineData("5,000 บาท ถ้วน", "5000", NumberUnit.Baht)]
    [InlineData("5000.-", "5000", NumberUnit.Baht)]
    [InlineData("5,000.\u2013", "5000", NumberUnit.Baht)]
    [InlineData("5,000.- บาท", "5000", NumberUnit.Baht)]
    [InlineData("฿5,000", "5000", NumberUnit.Baht)]
    [InlineData("฿ 5,000.50", "5000.50", NumberUnit.Baht)]
    [InlineData("5,000฿", "5000", NumberUnit.Baht)]
    [InlineData("THB 5,000", "5000", NumberUnit.Baht)]
    [InlineData("５，０００", "5000", null)]
    [InlineData("３ ครั้ง", "3", NumberUnit.Other)]
    [InlineData("-500 บาท", "-500", NumberUnit.Baht)]
    [InlineData("0.125", "0.125", null)]
    [InlineData("1.2", "1.2", null)]
    public void A_number_is_read_as_people_write_it(string text, string value, NumberUnit? unit) =>
        Assert.Equal(new WrittenNumber(decimal.Parse(value, CultureInfo.InvariantCulture), unit), WrittenNumber.Parse(text));

    [Theory]
    [InlineData("1.200")]
    [InlineData("1.200 คน")]
    [InlineData("1.200.000")]
    [InlineData("1,20")]
    [InlineData("1,2000")]
    [InlineData("12 34")]
    [InlineData("1,200 300")]
    [InlineData("1-2")]
    [InlineData("10-20 คน")]
    [InlineData("ประมาณ 100")]
    [InlineData("100 กว่า")]
    [InlineData("5 พัน")]
    [InlineData("1.2 ล้าน")]
    [InlineData("ห้าพันบาท")]
    [InlineData("5000 ดอลลาร์")]
    [InlineData("฿5000 คน")]
    [InlineData("1e3")]
    [InlineData("5,000 บาท 1")]
    [InlineData("บาท")]
    [InlineData("")]
    [InlineData(null)]
    public void What_could_mean_something_else_is_never_guessed(string? text) => Assert.Null(WrittenNumber.Parse(text));

    [Fact]
    public void A_number_that_nothing_can_hold_is_beyond_every_limit() =>
        Assert.Equal(decimal.MaxValue, WrittenNumber.Parse(new string('9', 40))?.Value);

    [Fact]
    public void Every_amount_is_read_back_in_every_way_of_writing_it() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).Select(n => n / 100m).ToArbitrary(),
                amount =>
                {
                    var written = amount.ToString("#,0.00", CultureInfo.InvariantCulture);
                    string[] ways =
                    [
                        written,
                        ThaiDigits.ToThai(written),
                        written.Replace(',', ' '),
                        $"฿{written}",
                        $"{written} บาท",
                        $"{ThaiDigits.ToThai(written)}บาท",
                        string.Concat(written.Select(c => char.IsAsciiDigit(c) ? (char)(c + '０' - '0') : c)),
                    ];
                    return Array.TrueForAll(ways, w => WrittenNumber.Parse(w)?.Value == amount);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_breaks_it() =>
        Prop.ForAll<string?>(text => WrittenNumber.Parse(text) is null || !WrittenNumber.IsUnclear(text)).QuickCheckThrowOnFailure();
}
