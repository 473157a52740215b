using System.Globalization;

namespace CddFunctions.Reporting.Tests;

public sealed class ThaiTimeTests
{
    [Theory]
    [InlineData("2024-05-15T16:59:59Z", "วันพุธที่ 15 พฤษภาคม พ.ศ. 2567 เวลา 23.59 น.")]
    [InlineData("2024-05-15T17:00:00Z", "วันพฤหัสบดีที่ 16 พฤษภาคม พ.ศ. 2567 เวลา 00.00 น.")]
    [InlineData("2023-12-31T18:05:00Z", "วันจันทร์ที่ 1 มกราคม พ.ศ. 2567 เวลา 01.05 น.")]
    public void The_long_form_is_bangkok_time(string instant, string expected) =>
        Assert.Equal(expected, ThaiTime.Long(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2023-09-30", 2566)]
    [InlineData("2023-10-01", 2567)]
    public void October_begins_the_next_fiscal_year(string day, int expected) =>
        Assert.Equal(expected, ThaiTime.FiscalYear(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
