using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Campaigns.Model;

public sealed class CitationTests
{
    [Theory]
    [InlineData("stated ry-l1 ข้อ ๒")]
    [InlineData("stated ry-l1 ข้อ ๔, ข้อ ๓.๑")]
    [InlineData("stated ry-p1 ๔.๒ — asked at meetings — and online")]
    [InlineData("inferred py-g1 ข้อ ๔ — before the round")]
    [InlineData("assumed — the letters are silent")]
    [InlineData("platform — an audit trail")]
    public void A_line_prints_back_as_it_was_read(string line) => Assert.Equal(line, Citation.Parse(line)?.ToString());

    [Fact]
    public void Several_places_are_separate_locators() =>
        Assert.Equal(["ข้อ ๔", "ข้อ ๓.๑"], Citation.Parse("stated ry-l1 ข้อ ๔, ข้อ ๓.๑")!.Locators);

    [Theory]
    [InlineData("")]
    [InlineData("stated")]
    [InlineData("stated ry-l1")]
    [InlineData("stated — why")]
    [InlineData("Stated ry-l1 ข้อ ๒")]
    [InlineData("stated RY ข้อ ๒")]
    [InlineData("stated ry-l1 ข้อ ๒,  ข้อ ๓")]
    [InlineData("stated ry-l1 ข้อ ๒ —  ")]
    [InlineData(" stated ry-l1 ข้อ ๒")]
    [InlineData("assumed")]
    [InlineData("assumed ry-l1 ข้อ ๒")]
    [InlineData("assumed - why")]
    [InlineData("known ry-l1 ข้อ ๒")]
    public void Anything_else_is_no_citation(string line) => Assert.Null(Citation.Parse(line));
}
