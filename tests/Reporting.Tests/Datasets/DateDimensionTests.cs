using System.Globalization;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Tests.Datasets;

public sealed class DateDimensionTests
{
    private static readonly DayOfWeek[] WorkWeek =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
    ];

    private static readonly DateRow[] Rows =
    [
        .. DateDimension.Rows(2567, 2567, WorkWeek, [new(new(2024, 5, 10), "วันพืชมงคล"), new(new(2024, 5, 11), "วันหยุดสมมติ")]),
    ];

    [Fact]
    public void It_covers_the_fiscal_year_without_gaps()
    {
        Assert.Equal(new DateOnly(2023, 10, 1), Rows[0].Date);
        Assert.Equal(new DateOnly(2024, 9, 30), Rows[^1].Date);
        Assert.Equal(366, Rows.Length);
        Assert.All(Rows.Zip(Rows.Skip(1)), pair => Assert.Equal(pair.First.Date.AddDays(1), pair.Second.Date));
        Assert.All(Rows, r => Assert.Equal(2567, r.FiscalYear));
    }

    [Theory]
    [InlineData("2023-10-01", 1, 1, 2566, "ตุลาคม", "วันอาทิตย์", 7, "2023-09-25", "1 ต.ค. 2566")]
    [InlineData("2023-12-31", 1, 3, 2566, "ธันวาคม", "วันอาทิตย์", 7, "2023-12-25", "31 ธ.ค. 2566")]
    [InlineData("2024-01-01", 2, 4, 2567, "มกราคม", "วันจันทร์", 1, "2024-01-01", "1 ม.ค. 2567")]
    [InlineData("2024-02-29", 2, 5, 2567, "กุมภาพันธ์", "วันพฤหัสบดี", 4, "2024-02-26", "29 ก.พ. 2567")]
    [InlineData("2024-09-30", 4, 12, 2567, "กันยายน", "วันจันทร์", 1, "2024-09-30", "30 ก.ย. 2567")]
    public void A_day_knows_its_place(
        string day,
        int quarter,
        int month,
        int yearBe,
        string monthName,
        string weekday,
        int number,
        string weekStart,
        string text
    )
    {
        var row = At(day);

        Assert.Equal((quarter, month, yearBe, monthName), (row.FiscalQuarter, row.FiscalMonth, row.YearBe, row.MonthName));
        Assert.Equal((weekday, number, text), (row.Weekday, row.WeekdayNumber, row.TextTh));
        Assert.Equal(DateOnly.ParseExact(weekStart, "yyyy-MM-dd", CultureInfo.InvariantCulture), row.WeekStart);
    }

    [Theory]
    [InlineData("2024-05-09", true, null)]
    [InlineData("2024-05-10", false, "วันพืชมงคล")]
    [InlineData("2024-05-11", false, "วันหยุดสมมติ")]
    [InlineData("2024-05-12", false, null)]
    public void Weekends_and_holidays_are_no_working_days(string day, bool works, string? holiday) =>
        Assert.Equal((works, holiday), (At(day).IsWorkingDay, At(day).Holiday));

    private static DateRow At(string day) =>
        Rows.Single(r => r.Date == DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
