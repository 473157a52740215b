using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class NationalIdTests
{
    [Theory]
    [InlineData("1112034563562", true)]
    [InlineData("1 1120 34563 56 2", true)]
    [InlineData("1–1120–34563–56–2", true)]
    [InlineData("11120345635620", false)]
    [InlineData("111203456356a", false)]
    [InlineData("1111203456352", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Thirteen_digits_need_the_right_check_digit(string? text, bool valid) => Assert.Equal(valid, NationalId.IsValid(text));

    [Theory]
    [InlineData("บัตร 1112034563562 ค่ะ")]
    [InlineData("เลข๑๑๑๒๐๓๔๕๖๓๕๖๒ครับ")]
    [InlineData("1-1120-34563-56-2.")]
    [InlineData("1 1120 34563 56 2")]
    [InlineData("1 - 1120 - 34563 - 56 - 2")]
    [InlineData("11120-3456356-2")]
    [InlineData("11120\u200B34563562")]
    [InlineData("１１１２０３４５６３５６２")]
    [InlineData("โทร 080-000-0000 บัตร 1112034563562")]
    [InlineData("0800000000 1112034563562")]
    public void A_number_in_a_text_is_found(string text) => Assert.True(NationalId.Contains(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1112034563561")]
    [InlineData("11112034563562")]
    [InlineData("11120345635621")]
    [InlineData("111203456356")]
    [InlineData("111 203 456 356 2")]
    [InlineData("1112034563,562")]
    [InlineData("วันที่ 23/03/2564 โทร 080-000-0000")]
    public void Other_figures_are_not(string? text) => Assert.False(NationalId.Contains(text));

    [Fact]
    public void A_number_at_the_end_of_a_long_text_is_found()
    {
        var text = string.Concat(Enumerable.Repeat("1-", 50_000));
        Assert.False(NationalId.Contains(text + "x"));
        Assert.True(NationalId.Contains(text + "x 1112034563562"));
    }
}
