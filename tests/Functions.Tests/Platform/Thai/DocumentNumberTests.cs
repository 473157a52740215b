using CddFunctions.Platform.Thai;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class DocumentNumberTests
{
    public static TheoryData<string, DocumentNumber> Read =>
        new()
        {
            { "ที่ รย ๐๐๑๙.๒/ว ๘๗๓", new("รย", "0019.2", Circular: true, "873") },
            { "รย0019/ว873", new("รย", "0019", Circular: true, "873") },
            { "รย 0019 / ว 873", new("รย", "0019", Circular: true, "873") },
            { "ที่ พย ๐๐๑๙.๒/๓๐๑๒", new("พย", "0019.2", Circular: false, "3012") },
            { "ด่วนที่สุด ที่ มท ๐๔๐๖.๗/ว ๔๐๔", new("มท", "0406.7", Circular: true, "404") },
            { "หนังสือที่ มท 0406.7/ว404", new("มท", "0406.7", Circular: true, "404") },
            { "คำสั่งที่ ๒๒๘/๒๕๖๔", new(null, null, Circular: false, "228", 2564) },
            { "คำสั่งกรมการพัฒนาชุมชน ที่ 228/2564", new(null, null, Circular: false, "228", 2564) },
            { "โครงการที่ ๓๐/๒๕๖๗", new(null, null, Circular: false, "30", 2567) },
            { "ที่ 228 / 2564", new(null, null, Circular: false, "228", 2564) },
            { "ว ๘๐", new(null, null, Circular: true, "80") },
        };

    [Theory]
    [MemberData(nameof(Read))]
    public void A_printed_number_is_read(string text, DocumentNumber expected) => Assert.Equal(expected, DocumentNumber.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ที่")]
    [InlineData("ที่ รย ๐๐๑๙/ว")]
    [InlineData("ที่ รย ๐๐๑๙/")]
    [InlineData("ที่ รย /ว ๘๗๓")]
    [InlineData("ที่ รย ว ๘๗๓")]
    [InlineData("ร 0019/1")]
    [InlineData("รย 0019./1")]
    [InlineData("รย 0019/ว ว 1")]
    [InlineData("รย 0019/1234567")]
    [InlineData("รย 0019/0")]
    [InlineData("รย 0019/123/2564")]
    [InlineData("๒๒๘")]
    [InlineData("228/2021")]
    [InlineData("228/64")]
    [InlineData("000/2564")]
    [InlineData("228/2564 ลงวันที่ 10 กุมภาพันธ์ 2564")]
    [InlineData("RY 0019/1")]
    public void Anything_else_is_refused(string? text) => Assert.Null(DocumentNumber.Parse(text));

    [Theory]
    [InlineData("รย0019.2/ว873", "รย ๐๐๑๙.๒/ว ๘๗๓")]
    [InlineData("ที่ รย 0019/123", "รย ๐๐๑๙/๑๒๓")]
    [InlineData("คำสั่งที่ 228/2564", "๒๒๘/๒๕๖๔")]
    [InlineData("ว80", "ว ๘๐")]
    public void A_number_is_printed_as_in_letters(string text, string expected) =>
        Assert.Equal(expected, DocumentNumber.Parse(text)?.Format());

    [Fact]
    public void Tables_print_ascii_digits() =>
        Assert.Equal("รย 0019/ว 873", DocumentNumber.Parse("รย ๐๐๑๙/ว ๘๗๓")?.Format(thaiDigits: false));

    [Fact]
    public void What_is_printed_is_read_back()
    {
        var letters = Gen.Elements("รย", "พย", "มท", "พช", "นร")
            .SelectMany(prefix =>
                Gen.Elements("0019", "0019.2", "0406.7")
                    .SelectMany(unit =>
                        Gen.Elements(true, false)
                            .SelectMany(circular =>
                                Gen.Choose(1, 999_999).Select(no => new DocumentNumber(prefix, unit, circular, $"{no}"))
                            )
                    )
            );
        var orders = Gen.Choose(1, 9999)
            .SelectMany(no => Gen.Choose(2400, 2942).Select(year => new DocumentNumber(null, null, Circular: false, $"{no}", year)));

        Prop.ForAll(
                Gen.OneOf(letters, orders).ToArbitrary(),
                number =>
                    DocumentNumber.Parse(number.Format()) == number && DocumentNumber.Parse(number.Format(thaiDigits: false)) == number
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
