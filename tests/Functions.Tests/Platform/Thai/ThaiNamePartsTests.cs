using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class ThaiNamePartsTests
{
    [Theory]
    [InlineData("นาย", "คำปัน", "นาย", "คำปัน")]
    [InlineData("นาย", "นายคำปัน", "นาย", "คำปัน")]
    [InlineData("น.ส.", "นางสาวสมหญิง", "นางสาว", "สมหญิง")]
    [InlineData("นางสาว", "น.ส. สมหญิง", "นางสาว", "สมหญิง")]
    [InlineData(null, "นายคำปัน", "นาย", "คำปัน")]
    [InlineData(null, "คำปัน", null, "คำปัน")]
    [InlineData("ว่าที่ ร.ต.", "ว่าที่ร.ต.คำปัน", "ว่าที่ ร.ต.", "คำปัน")]
    [InlineData("นาย", "คำ\nปัน", "นาย", "คำ ปัน")]
    [InlineData("นาย", "นายก", "นาย", "นายก")] // one letter is no name
    [InlineData("นาง", "นายิกา", "นาง", "นายิกา")]
    [InlineData("นางสาว", "นางฟ้า", "นางสาว", "นางฟ้า")]
    [InlineData("นาย", "", "นาย", "")]
    [InlineData("คำนำหน้าแปลก", "คำปัน", "คำนำหน้าแปลก", "คำปัน")]
    public void A_title_is_taken_off_the_given_name_once(string? title, string given, string? usual, string name) =>
        Assert.Equal(new ThaiNameParts(usual, name), ThaiNameParts.Settle(title, given));

    [Theory]
    [InlineData("นาย", "นางสาวสมหญิง")]
    [InlineData("นาง", "ดร.สมหญิง")]
    public void Two_different_titles_are_told(string title, string given) => Assert.True(ThaiNameParts.Settle(title, given).HasTwoTitles);

    [Theory]
    [InlineData("นายสมมติ ทดสอบ", "นาย|สมมติ|ทดสอบ")]
    [InlineData("สมมติ  ทดสอบ", "|สมมติ|ทดสอบ")]
    [InlineData("น.ส. สมมติ ณ ทดสอบ", "นางสาว|สมมติ|ณ ทดสอบ")]
    [InlineData("สมมติ", null)]
    [InlineData("นายสมมติ", null)]
    [InlineData("นายสมมติ ทดสอบ ต่อท้าย", null)]
    [InlineData("นายสมมติ (เล่น) ทดสอบ", null)]
    [InlineData("-", null)]
    public void A_whole_name_is_parted_only_where_its_words_tell_how(string whole, string? parts) =>
        Assert.Equal(parts, ThaiNameParts.Split(whole) is { } name ? $"{name.Title}|{name.Given}|{name.Family}" : null);
}
