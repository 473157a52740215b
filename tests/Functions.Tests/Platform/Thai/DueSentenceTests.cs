using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class DueSentenceTests
{
    [Theory]
    [InlineData(20, "อีก ๓ วัน", "in 3 days")]
    [InlineData(21, "อีก ๒ วัน", "in 2 days")]
    [InlineData(22, "พรุ่งนี้", "tomorrow")]
    [InlineData(23, "วันนี้", "today")]
    [InlineData(24, "เกินกำหนด ๑ วัน", "1 day overdue")]
    [InlineData(25, "เกินกำหนด ๒ วัน", "2 days overdue")]
    public void The_distance_is_said_in_days(int todayOfMarch, string th, string en)
    {
        var sentence = DueSentence.For(new(2021, 3, 23), new(23, 59, 59), new(2021, 3, todayOfMarch));
        Assert.Equal($"ภายในวันอังคารที่ ๒๓ มีนาคม ๒๕๖๔ เวลา ๒๓.๕๙ น. ({th})", sentence.Th);
        Assert.Equal($"Due by Tue 23 Mar 2021, 23:59 ({en})", sentence.En);
    }

    [Fact]
    public void A_cutoff_in_the_morning_keeps_its_zero()
    {
        var sentence = DueSentence.For(new(2024, 5, 15), new(9, 5), new(2024, 5, 15));
        Assert.Equal("ภายในวันพุธที่ ๑๕ พฤษภาคม ๒๕๖๗ เวลา ๐๙.๐๕ น. (วันนี้)", sentence.Th);
    }
}
