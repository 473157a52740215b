using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Campaigns;

public sealed class UnitNamesTests
{
    private static readonly Unit[] Units =
    [
        new("2105", "district", "บ้านค่าย", "Ban Khai"),
        new("2106", "district", "ปลวกแดง", "Pluak Daeng"),
        new("560101", "tambon", "ทุ่งตัวอย่าง", "Thung Tuayang"),
        new("560201", "tambon", "ทุ่งตัวอย่าง", "Thung Tuayang"),
    ];

    [Theory]
    [InlineData("บ้านค่าย", "2105")]
    [InlineData(" อำเภอ บ้านค่าย ", "2105")]
    [InlineData("อ.บ้านค่าย", "2105")]
    [InlineData("ban khai", "2105")]
    [InlineData("สพอ.บ้านค่าย", "2105")]
    [InlineData("สำนักงานพัฒนาชุมชนอำเภอบ้านค่าย", "2105")]
    [InlineData("ค่าย", null)] // บ้าน is part of the name
    [InlineData("ทุ่งตัวอย่าง", null)] // two of them
    [InlineData("อำเภอ", null)]
    [InlineData("", null)]
    [InlineData("<b>ปลวกแดง</b>", null)]
    public void A_name_is_enough_where_one_unit_has_it(string given, string? code) =>
        Assert.Equal(code, UnitNames.Find(Units, given)?.Code);
}
