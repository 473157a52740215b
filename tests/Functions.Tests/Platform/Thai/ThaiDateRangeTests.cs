using System.Globalization;
using CddFunctions.Platform.Thai;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class ThaiDateRangeTests
{
    [Theory]
    [InlineData("๓ - ๑๔ พฤษภาคม ๒๕๖๔", "2021-05-03", "2021-05-14")]
    [InlineData("3-14 พ.ค. 64", "2021-05-03", "2021-05-14")]
    [InlineData("๓–๑๔ พฤษภาคม ๒๕๖๔", "2021-05-03", "2021-05-14")]
    [InlineData("๓ — ๑๔ พฤษภาคม ๒๕๖๔", "2021-05-03", "2021-05-14")]
    [InlineData("3 ถึง 14 พฤษภาคม 2564", "2021-05-03", "2021-05-14")]
    [InlineData("วันที่ 3 จนถึงวันที่ 14 พฤษภาคม 2564", "2021-05-03", "2021-05-14")]
    [InlineData("ระหว่างวันที่ ๓ - ๑๔ พฤษภาคม ๒๕๖๔", "2021-05-03", "2021-05-14")]
    [InlineData("ระหว่างวันที่ 3 พฤษภาคม 2564 ถึงวันที่ 14 พฤษภาคม 2564", "2021-05-03", "2021-05-14")]
    [InlineData("ตั้งแต่วันที่ ๓ ถึง ๑๔ พฤษภาคม พ.ศ. ๒๕๖๔", "2021-05-03", "2021-05-14")]
    [InlineData("วันจันทร์ที่ ๓ - วันศุกร์ที่ ๑๔ พฤษภาคม ๒๕๖๔", "2021-05-03", "2021-05-14")]
    [InlineData("3/5/2564 - 14/5/2564", "2021-05-03", "2021-05-14")]
    [InlineData("3-5-2564 - 14-5-2564", "2021-05-03", "2021-05-14")]
    [InlineData("3-14/05/2564", "2021-05-03", "2021-05-14")]
    [InlineData("๓๐ เมษายน - ๔ พฤษภาคม ๒๕๖๔", "2021-04-30", "2021-05-04")]
    [InlineData("30 เม.ย.-14 พ.ค. 2564", "2021-04-30", "2021-05-14")]
    [InlineData("๒๘ ธ.ค. ๒๕๖๓ - ๓ ม.ค. ๒๕๖๔", "2020-12-28", "2021-01-03")]
    [InlineData("๒๘ ธ.ค. ๖๓ ถึง ๓ ม.ค. ๖๔", "2020-12-28", "2021-01-03")]
    [InlineData("๓ - ๓ พฤษภาคม ๒๕๖๔", "2021-05-03", "2021-05-03")]
    [InlineData("วันจันทร์ที่ ๓ พฤษภาคม ๒๕๖๔", "2021-05-03", "2021-05-03")]
    public void Days_are_read(string text, string from, string to) =>
        Assert.Equal(new DateRange(Iso(from), Iso(to), WholeMonths: false), ThaiDateRange.Parse(text));

    [Theory]
    [InlineData("มีนาคม - พฤษภาคม ๒๕๖๔", "2021-03-01", "2021-05-31")]
    [InlineData("มี.ค.-พ.ค. 64", "2021-03-01", "2021-05-31")]
    [InlineData("ระหว่างเดือนมีนาคม ถึงเดือนพฤษภาคม พ.ศ. 2564", "2021-03-01", "2021-05-31")]
    [InlineData("ธันวาคม ๒๕๖๓ - มกราคม ๒๕๖๔", "2020-12-01", "2021-01-31")]
    [InlineData("มิถุนายน ๒๕๖๔", "2021-06-01", "2021-06-30")]
    [InlineData("ก.พ. 2567", "2024-02-01", "2024-02-29")]
    [InlineData("ส.ค. 2567", "2024-08-01", "2024-08-31")]
    public void Months_are_read_from_first_to_last_day(string text, string from, string to) =>
        Assert.Equal(new DateRange(Iso(from), Iso(to), WholeMonths: true), ThaiDateRange.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("๑๔ - ๓ พฤษภาคม ๒๕๖๔")]
    [InlineData("พฤษภาคม - มีนาคม ๒๕๖๔")]
    [InlineData("๒๘ ธ.ค. - ๓ ม.ค. ๒๕๖๔")]
    [InlineData("วันอังคารที่ ๓ - วันศุกร์ที่ ๑๔ พฤษภาคม ๒๕๖๔")]
    [InlineData("วันจันทร์ที่ ๓ - วันเสาร์ที่ ๑๔ พฤษภาคม ๒๕๖๔")]
    [InlineData("๓ - พฤษภาคม ๒๕๖๔")]
    [InlineData("มีนาคม - ๓ พฤษภาคม ๒๕๖๔")]
    [InlineData("๓ - ๓๒ พฤษภาคม ๒๕๖๔")]
    [InlineData("๓ - ๑๔ พฤษภาคม ๒๐๒๑")]
    [InlineData("๓ - ๑๔ พฤษภาคม")]
    [InlineData("๓ พฤษภาคม ๒๕๖๔ - ๑๔")]
    [InlineData("๓ - - ๑๔ พฤษภาคม ๒๕๖๔")]
    [InlineData("๓ - ๑๔ - ๑๖ พฤษภาคม ๒๕๖๔")]
    [InlineData("ระหว่างวันที่ ๓ พฤษภาคม ๒๕๖๔")]
    [InlineData("มีนาคม")]
    [InlineData("2564")]
    [InlineData("๓ -")]
    [InlineData("๓ - ๑๔ พฤษภาคม ๒๕๖๔ เป็นต้นไป")]
    public void Anything_else_is_refused(string? text) => Assert.Null(ThaiDateRange.Parse(text));

    [Theory]
    [InlineData("2021-05-03", "2021-05-14", "๓ - ๑๔ พฤษภาคม ๒๕๖๔")]
    [InlineData("2021-04-30", "2021-05-04", "๓๐ เมษายน - ๔ พฤษภาคม ๒๕๖๔")]
    [InlineData("2020-12-28", "2021-01-03", "๒๘ ธันวาคม ๒๕๖๓ - ๓ มกราคม ๒๕๖๔")]
    [InlineData("2021-05-03", "2021-05-03", "๓ พฤษภาคม ๒๕๖๔")]
    [InlineData("2021-06-01", "2021-06-30", "มิถุนายน ๒๕๖๔")]
    [InlineData("2021-06-01", "2021-06-29", "๑ - ๒๙ มิถุนายน ๒๕๖๔")]
    [InlineData("2021-03-01", "2021-05-31", "มีนาคม - พฤษภาคม ๒๕๖๔")]
    [InlineData("2020-12-01", "2021-01-31", "ธันวาคม ๒๕๖๓ - มกราคม ๒๕๖๔")]
    [InlineData("2020-06-01", "2021-06-30", "มิถุนายน ๒๕๖๓ - มิถุนายน ๒๕๖๔")]
    public void The_shortest_form_is_printed(string from, string to, string expected) =>
        Assert.Equal(expected, ThaiDateRange.Format(Iso(from), Iso(to)));

    [Fact]
    public void A_reversed_period_cannot_be_printed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ThaiDateRange.Format(new(2021, 5, 4), new(2021, 5, 3)));

    [Fact]
    public void What_is_printed_is_read_back()
    {
        var first = new DateOnly(1950, 1, 1);
        var periods = Gen.Choose(0, 55_000).SelectMany(start => Gen.Choose(0, 500).Select(length => (first.AddDays(start), length)));

        Prop.ForAll(
                periods.ToArbitrary(),
                period =>
                {
                    var from = period.Item1;
                    var to = period.Item1.AddDays(period.length);
                    return ThaiDateRange.Parse(ThaiDateRange.Format(from, to)) is { } read && read.From == from && read.To == to;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static DateOnly Iso(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
