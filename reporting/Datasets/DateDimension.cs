namespace CddFunctions.Reporting.Datasets;

/// <summary>A day off that the campaign's calendar knows, with its Thai name.</summary>
public sealed record DayOff(DateOnly On, string Th);

/// <summary>The rows of the date table: whole fiscal years, because a date table with gaps breaks time intelligence.</summary>
public static class DateDimension
{
    /// <param name="firstFiscalYear">Buddhist era.</param>
    /// <param name="lastFiscalYear">Buddhist era, inclusive.</param>
    public static IEnumerable<DateRow> Rows(
        int firstFiscalYear,
        int lastFiscalYear,
        IReadOnlyCollection<DayOfWeek> workWeek,
        IEnumerable<DayOff> daysOff
    )
    {
        var off = daysOff.GroupBy(d => d.On).ToDictionary(g => g.Key, g => string.Join("; ", g.Select(d => d.Th)));
        var end = ThaiTime.FiscalYearStart(lastFiscalYear + 1);
        for (var day = ThaiTime.FiscalYearStart(firstFiscalYear); day < end; day = day.AddDays(1))
        {
            var holiday = off.GetValueOrDefault(day);
            yield return new()
            {
                Date = day,
                Holiday = holiday,
                IsWorkingDay = holiday is null && workWeek.Contains(day.DayOfWeek),
            };
        }
    }
}
