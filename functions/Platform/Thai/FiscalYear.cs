using CddFunctions.Reporting;

namespace CddFunctions.Platform.Thai;

/// <summary>ปีงบประมาณ: 1 October of BE − 1 to 30 September of BE. Years are BE.</summary>
public static class FiscalYear
{
    /// <summary>2023-10-01 → 2567.</summary>
    public static int Of(DateOnly date) => ThaiTime.FiscalYear(date);

    public static DateOnly FirstDay(int fiscalYear) => ThaiTime.FiscalYearStart(fiscalYear);

    public static DateOnly LastDay(int fiscalYear) => new(fiscalYear - BuddhistEra.Offset, 9, 30);
}
