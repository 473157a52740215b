using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData(2564)]
    [InlineData(2567)]
    public void A_fiscal_year_holds_its_first_and_last_day_and_no_more(int year)
    {
        Assert.Equal(year, FiscalYear.Of(FiscalYear.FirstDay(year)));
        Assert.Equal(year, FiscalYear.Of(FiscalYear.LastDay(year)));
        Assert.Equal(year - 1, FiscalYear.Of(FiscalYear.FirstDay(year).AddDays(-1)));
        Assert.Equal(year + 1, FiscalYear.Of(FiscalYear.LastDay(year).AddDays(1)));
    }

    [Fact]
    public void The_fiscal_year_2567_begins_in_2023() => Assert.Equal(new(2023, 10, 1), FiscalYear.FirstDay(2567));
}
