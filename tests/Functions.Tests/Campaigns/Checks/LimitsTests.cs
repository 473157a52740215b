using CddFunctions.Campaigns.Checks;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Campaigns.Checks;

public sealed class LimitsTests
{
    [Theory]
    [InlineData(8, 8, 8, 8, true)]
    [InlineData(8, 8, 9, 9, false)]
    [InlineData(1, 2, 2, 3, true)]
    [InlineData(1, 2, 3, 4, false)]
    [InlineData(3, null, 1, 2, false)]
    [InlineData(2, null, 1, 2, true)]
    [InlineData(null, 2, 3, null, false)]
    public void Counts_agree_when_one_number_satisfies_both(int? minA, int? maxA, int? minB, int? maxB, bool agree)
    {
        Assert.Equal(agree, new Count(minA, maxA).Agree(new(minB, maxB)));
        Assert.Equal(agree, new Count(minB, maxB).Agree(new(minA, maxA)));
    }

    [Fact]
    public void Counts_multiply_limit_by_limit()
    {
        Assert.Equal(new Count(54, 108), new Count(18, 18).Times(new(3, 6)));
        Assert.Equal(new Count(10, null), new Count(10, 10).Times(new(1, null)));
        Assert.Equal(new Count(int.MaxValue, int.MaxValue), new Count(100_000, 100_000).Times(new(100_000, 100_000)));
    }
}
