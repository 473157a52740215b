using System.Globalization;
using CddFunctions.Campaigns;

namespace CddFunctions.Tests.Campaigns;

public sealed class AreasTests
{
    [Theory]
    [InlineData("th", "province", 77)]
    [InlineData("th", "district", 928)]
    [InlineData("th", "tambon", 7475)]
    [InlineData("21", "district", 8)]
    [InlineData("21", "tambon", 58)]
    [InlineData("56", "district", 9)]
    [InlineData("56", "tambon", 68)]
    [InlineData("2101", "tambon", 15)]
    [InlineData("21", "province", 1)]
    [InlineData("21", "village", 0)]
    [InlineData("99", "district", 0)]
    public void Areas_within_an_area_are_counted(string code, string level, int count) =>
        Assert.Equal(count, Areas.Within(code, level).Count);

    [Theory]
    [InlineData("2101", "เมืองระยอง", 15)]
    [InlineData("2102", "บ้านฉาง", 3)]
    [InlineData("2103", "แกลง", 15)]
    [InlineData("2104", "วังจันทร์", 4)]
    [InlineData("2105", "บ้านค่าย", 7)]
    [InlineData("2106", "ปลวกแดง", 6)]
    [InlineData("2107", "เขาชะเมา", 4)]
    [InlineData("2108", "นิคมพัฒนา", 4)]
    [InlineData("5601", "เมืองพะเยา", 15)]
    [InlineData("5602", "จุน", 7)]
    [InlineData("5603", "เชียงคำ", 10)]
    [InlineData("5604", "เชียงม่วน", 3)]
    [InlineData("5605", "ดอกคำใต้", 12)]
    [InlineData("5606", "ปง", 7)]
    [InlineData("5607", "แม่ใจ", 6)]
    [InlineData("5608", "ภูซาง", 5)]
    [InlineData("5609", "ภูกามยาว", 3)]
    [InlineData("3803", "โซ่พิสัย", 7)]
    public void Districts_have_their_names_and_tambons(string code, string name, int tambons)
    {
        Assert.Equal(name, Areas.Find(code)?.Th);
        Assert.Equal(tambons, Areas.Within(code, "tambon").Count);
    }

    [Fact]
    public void Every_area_lies_in_a_listed_one() =>
        Assert.All(Areas.Within("th", "tambon").Concat(Areas.Within("th", "district")), a => Assert.NotNull(Areas.Find(a.Code[..^2])));

    [Theory]
    [InlineData("210199")]
    [InlineData("21010")]
    [InlineData("# Provinces (2")]
    [InlineData("")]
    public void What_is_not_listed_is_not_found(string code) => Assert.Null(Areas.Find(code));

    [Fact]
    public void Inspection_regions_hold_every_province_but_Bangkok_once()
    {
        Assert.Equal(18, InspectionRegions.All.Count);
        Assert.Equal(
            Areas.Within("th", "province").Select(a => a.Code).Where(c => c is not "10"),
            InspectionRegions.All.SelectMany(r => r.Provinces).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Theory]
    [InlineData("21", "2017-11-17", 8)]
    [InlineData("5601", "2021-05-03", 16)]
    [InlineData("21", "2017-11-16", null)]
    [InlineData("10", "2021-05-03", null)]
    public void A_province_is_in_the_region_of_its_day(string code, string on, int? region) =>
        Assert.Equal(region, InspectionRegions.Of(code, DateOnly.Parse(on, CultureInfo.InvariantCulture))?.Region);
}
