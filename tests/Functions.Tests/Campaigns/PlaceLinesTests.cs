using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Campaigns;

public sealed class PlaceLinesTests
{
    private static readonly Unit Tambon = new("210101", "tambon", "ท่าประดู่", "Tha Pradu");

    [Fact]
    public void Each_line_is_a_code_and_a_name()
    {
        var (choices, errors) = PlaceLines.Read("๒๑๐๑๐๑๐๑  บ้านสมมติ หมู่ ๑\r\n\n 21010102 \n21010103\tก\nบ้านไร้เลข", null);

        Assert.Equal([("21010101", "บ้านสมมติ หมู่ ๑"), ("21010102", null), ("21010103", "ก")], choices.Select(c => (c.Code, c.Th)));
        Assert.Contains("บ้านไร้เลข", Assert.Single(errors).Message.Th, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 บ้านสมมติ", "21010101", "บ้านสมมติ หมู่ ๑")]
    [InlineData("๑๒ บ้านสมมติ", "21010112", "บ้านสมมติ หมู่ ๑๒")]
    [InlineData("หมู่ 1 บ้านสมมติ", "21010101", "บ้านสมมติ หมู่ ๑")]
    [InlineData("หมู่ที่ ๑ บ้านสมมติ", "21010101", "บ้านสมมติ หมู่ ๑")]
    [InlineData("ม.๑ บ้านสมมติ", "21010101", "บ้านสมมติ หมู่ ๑")]
    [InlineData("3. บ้านสมมติ", "21010103", "บ้านสมมติ หมู่ ๓")]
    [InlineData("บ้านสมมติ หมู่ที่ ๑", "21010101", "บ้านสมมติ หมู่ ๑")]
    [InlineData("บ้านสมมติ หมู่1", "21010101", "บ้านสมมติ หมู่ ๑")]
    [InlineData("21010101 บ้านสมมติ", "21010101", "บ้านสมมติ")]
    [InlineData("บ้านสมมติ", null, null)]
    [InlineData("0 บ้านสมมติ", null, null)]
    [InlineData("100 บ้านสมมติ", null, null)]
    [InlineData("7", null, null)]
    [InlineData("หมู่ 7", null, null)]
    public void Inside_a_tambon_the_number_of_the_village_ends_the_code(string line, string? code, string? name)
    {
        var (choices, errors) = PlaceLines.Read(line, Tambon);

        Assert.Equal((code, name), (choices.SingleOrDefault()?.Code, choices.SingleOrDefault()?.Th));
        Assert.Equal(code is null ? 1 : 0, errors.Count);
    }

    [Theory]
    [InlineData("21010101", "บ้านสมมติ หมู่ ๑", "บ้านสมมติ หมู่ ๑")]
    [InlineData("21010101", "บ้านสมมติ", "21010101 บ้านสมมติ")]
    [InlineData("21010102", "บ้านสมมติ หมู่ ๑", "21010102 บ้านสมมติ หมู่ ๑")]
    public void A_place_is_written_so_that_it_reads_back_as_itself(string code, string name, string line)
    {
        var unit = new Unit(code, "village", name, name);

        Assert.Equal(line, PlaceLines.Of(unit, Tambon));
        Assert.Equal((code, name), PlaceLines.Read(line, Tambon).Choices.Select(c => (c.Code, c.Th)).Single());
    }
}
