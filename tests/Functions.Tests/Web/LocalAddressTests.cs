using CddFunctions.Web;

namespace CddFunctions.Tests.Web;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/api/ui/made-up", true)]
    [InlineData("/api/ui/made-up?lang=en", true)]
    [InlineData("/api/ui/made-up/board?district=2101&state=open", true)]
    [InlineData("/api/ui/made-up2/board", false)]
    [InlineData("/api/ui/other/board", false)]
    [InlineData("//evil.test/api/ui/made-up", false)]
    [InlineData("https://evil.test/", false)]
    [InlineData("/api/ui/made-up//evil.test", false)]
    [InlineData("/api/ui/made-up/../../x", false)]
    [InlineData("/api/ui/made-up/\\evil.test", false)]
    [InlineData("/api/ui/made-up/a b", false)]
    [InlineData("/api/ui/made-up/board\r\nSet-Cookie: x", false)]
    [InlineData("/api/ui/made-up/กระดาน", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_page_of_the_programme_is_gone_back_to(string? given, bool taken) =>
        Assert.Equal(taken ? given : "/fallback", LocalAddress.Check(given, "made-up", "/fallback"));

    [Fact]
    public void An_address_may_be_a_thousand_characters_long()
    {
        var longest = "/api/ui/made-up/" + new string('x', 984);

        Assert.Equal(longest, LocalAddress.Check(longest, "made-up", "/"));
        Assert.Equal("/", LocalAddress.Check(longest + "x", "made-up", "/"));
    }
}
