using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class ThaiCollationTests
{
    [Theory]
    [InlineData("แกลง", "เขาชะเมา")]
    [InlineData("กา", "ก่า")]
    [InlineData("ก่า", "ก้า")]
    [InlineData("กา", "กำ")]
    [InlineData("เมือง", "วัง")]
    public void The_dictionary_puts_one_before_the_other(string first, string second)
    {
        Assert.True(ThaiCollation.Comparer.Compare(first, second) < 0);
        Assert.True(ThaiCollation.Comparer.Compare(second, first) > 0);
        Assert.True(string.CompareOrdinal(ThaiCollation.SortKey(first), ThaiCollation.SortKey(second)) < 0);
    }

    [Fact]
    public void Look_alike_spellings_share_a_sort_key() =>
        Assert.Equal(ThaiCollation.SortKey("น้ำ"), ThaiCollation.SortKey("น\u0E4D\u0E49\u0E32"));

    [Fact]
    public void The_order_is_total_and_null_is_first()
    {
        Assert.Equal(0, ThaiCollation.Comparer.Compare("ก", "ก"));
        Assert.Equal(0, ThaiCollation.Comparer.Compare(null, null));
        Assert.NotEqual(0, ThaiCollation.Comparer.Compare("บ้านค่าย", "บ้าน ค่าย"));
        Assert.True(ThaiCollation.Comparer.Compare(null, "") < 0);
        Assert.True(ThaiCollation.Comparer.Compare("", null) > 0);
    }
}
