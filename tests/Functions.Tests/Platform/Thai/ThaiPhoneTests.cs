using CddFunctions.Platform.Thai;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class ThaiPhoneTests
{
    [Theory]
    [InlineData("080-000-0000", "+66800000000")]
    [InlineData("๐๘๐ ๐๐๐ ๐๐๐๐", "+66800000000")]
    [InlineData("080.000.0000", "+66800000000")]
    [InlineData("(080) 000-0000", "+66800000000")]
    [InlineData("080–000–0000", "+66800000000")]
    [InlineData("\u202A0800000000\u202C", "+66800000000")]
    [InlineData("+66800000000", "+66800000000")]
    [InlineData("+66 80 000 0000", "+66800000000")]
    [InlineData("+66 (0) 80 000 0000", "+66800000000")]
    [InlineData("+66(0)80-000-0000", "+66800000000")]
    [InlineData("(+66) 80 000 0000", "+66800000000")]
    [InlineData("0066 80 000 0000", "+66800000000")]
    [InlineData("66800000000", "+66800000000")]
    [InlineData("660800000000", "+66800000000")]
    [InlineData("โทร. 080-000-0000", "+66800000000")]
    [InlineData("โทร 080-000-0000", "+66800000000")]
    [InlineData("โทรศัพท์มือถือ: 080-000-0000", "+66800000000")]
    [InlineData("Tel. 080-000-0000", "+66800000000")]
    [InlineData("060-000-0000", "+66600000000")]
    [InlineData("090-000-0000", "+66900000000")]
    [InlineData("800000000", "+66800000000")]
    [InlineData("600000000", "+66600000000")]
    [InlineData("660000000", "+66660000000")]
    [InlineData("0 3800 0000", "+6638000000")]
    [InlineData("๐ ๓๘๐๐ ๐๐๐๐", "+6638000000")]
    [InlineData("+66 2 000 0000", "+6620000000")]
    [InlineData("6638000000", "+6638000000")]
    [InlineData("054-000-000", "+6654000000")]
    [InlineData("077-000-000", "+6677000000")]
    [InlineData("038-000-000 ต่อ 12", "+6638000000")]
    [InlineData("02-000-0000 ext. 1234", "+6620000000")]
    [InlineData("02-000-0000 #๑๒", "+6620000000")]
    public void A_number_is_stored_with_its_country(string text, string stored) => Assert.Equal(stored, ThaiPhone.Parse(text));

    [Theory]
    [InlineData("38000000", "ขาดเลข 0")]
    [InlineData("0800000000, 0800000001", "หมายเลขเดียว")]
    [InlineData("080-000-0000 / 038-000-000", "หมายเลขเดียว")]
    [InlineData("0800000000หรือ0800000001", "หมายเลขเดียว")]
    [InlineData("080-000-0000-080-000-0001", "๒๐ หลัก")]
    [InlineData("080-000-000", "๙ หลัก")]
    [InlineData("โทร.", "080-000-0000")]
    [InlineData(null, "080-000-0000")]
    public void What_is_wrong_with_a_number_is_said_with_what_to_type(string? text, string said) =>
        Assert.Contains(said, ThaiPhone.WhyNot(text).Th, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("โทร.")]
    [InlineData("191")]
    [InlineData("1111")]
    [InlineData("38000000")]
    [InlineData("080-000-000")]
    [InlineData("080-000-00000")]
    [InlineData("038-000-0000")]
    [InlineData("038-000-00")]
    [InlineData("010-000-0000")]
    [InlineData("01-000-0000")]
    [InlineData("000-000-0000")]
    [InlineData("070-000-0000")]
    [InlineData("500000000")]
    [InlineData("+65 8000 0000")]
    [InlineData("+0800000000")]
    [InlineData("++66800000000")]
    [InlineData("66+800000000")]
    [InlineData("+66 00 80 000 0000")]
    [InlineData("080-000-0000, 080-000-0001")]
    [InlineData("080-000-0000 / 038-000-000")]
    [InlineData("080-000-0000 038-000-000")]
    [InlineData("080-000-0000 ต่อ")]
    [InlineData("080-000-000x")]
    [InlineData("LINE 0800000000")]
    public void Anything_else_is_refused(string? text) => Assert.Null(ThaiPhone.Parse(text));

    [Theory]
    [InlineData("+66800000000", "080-000-0000")]
    [InlineData("+6620000000", "02-000-0000")]
    [InlineData("+6638000000", "038-000-000")]
    [InlineData("+6580000000", "+6580000000")]
    [InlineData("+6610000000", "+6610000000")]
    [InlineData("", "")]
    public void A_stored_number_is_printed_as_it_is_dialled(string stored, string printed) =>
        Assert.Equal(printed, ThaiPhone.Format(stored));

    [Fact]
    public void What_is_printed_is_read_back()
    {
        var fixedLines = Gen.Elements(2, 3, 4, 5, 7)
            .SelectMany(area => Gen.Choose(0, 9_999_999).Select(rest => $"+66{area}{rest:0000000}"));
        var mobiles = Gen.Elements(6, 8, 9).SelectMany(first => Gen.Choose(0, 99_999_999).Select(rest => $"+66{first}{rest:00000000}"));

        Prop.ForAll(
                Gen.OneOf(fixedLines, mobiles).ToArbitrary(),
                stored =>
                    string.Equals(stored, ThaiPhone.Parse(ThaiPhone.Format(stored)), StringComparison.Ordinal)
                    && string.Equals(stored, ThaiPhone.Parse(stored), StringComparison.Ordinal)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
