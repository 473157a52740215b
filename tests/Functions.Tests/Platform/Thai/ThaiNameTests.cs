using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Platform.Thai;

public sealed class ThaiNameTests
{
    [Theory]
    [InlineData("นายสมมติ ทดสอบ", "นาย")]
    [InlineData("นาย สมมติ ทดสอบ", "นาย")]
    [InlineData("นางสมมติ ทดสอบ", "นาง")]
    [InlineData("นางสาวสมมติ ทดสอบ", "นางสาว")]
    [InlineData("น.ส.สมมติ ทดสอบ", "นางสาว")]
    [InlineData("น.ส. สมมติ ทดสอบ", "นางสาว")]
    [InlineData("นส.สมมติ ทดสอบ", "นางสาว")]
    [InlineData("น.ส สมมติ ทดสอบ", "นางสาว")]
    [InlineData("ด.ช.สมมติ ทดสอบ", "เด็กชาย")]
    [InlineData("ด.ญ. สมมติ ทดสอบ", "เด็กหญิง")]
    [InlineData("เด็กชายสมมติ ทดสอบ", "เด็กชาย")]
    [InlineData("เด็กหญิงสมมติ ทดสอบ", "เด็กหญิง")]
    [InlineData("ว่าที่ร้อยตรีสมมติ ทดสอบ", "ว่าที่ร้อยตรี")]
    [InlineData("ว่าที่ร้อยตรี สมมติ ทดสอบ", "ว่าที่ร้อยตรี")]
    [InlineData("ว่าที่ ร.ต.สมมติ ทดสอบ", "ว่าที่ ร.ต.")]
    [InlineData("ว่าที่ร.ต. สมมติ ทดสอบ", "ว่าที่ ร.ต.")]
    [InlineData("ว่าที่ร้อยตรีหญิงสมมติ ทดสอบ", "ว่าที่ร้อยตรีหญิง")]
    [InlineData("ว่าที่ ร.ต.หญิง สมมติ ทดสอบ", "ว่าที่ ร.ต.หญิง")]
    [InlineData("ร.ต.อ.สมมติ ทดสอบ", "ร.ต.อ.")]
    [InlineData("พ.ต.ท.หญิง สมมติ ทดสอบ", "พ.ต.ท.หญิง")]
    [InlineData("พ.ต.ท. หญิง สมมติ ทดสอบ", "พ.ต.ท.หญิง")]
    [InlineData("ส.ต.ต. สมมติ ทดสอบ", "ส.ต.ต.")]
    [InlineData("จ.ส.อ.สมมติ ทดสอบ", "จ.ส.อ.")]
    [InlineData("พล.ต.สมมติ ทดสอบ", "พล.ต.")]
    [InlineData("พล.ต.อ.สมมติ ทดสอบ", "พล.ต.อ.")]
    [InlineData("พันตำรวจเอกสมมติ ทดสอบ", "พันตำรวจเอก")]
    [InlineData("สิบเอก สมมติ ทดสอบ", "สิบเอก")]
    [InlineData("ดาบตำรวจสมมติ ทดสอบ", "ดาบตำรวจ")]
    [InlineData("นายกองเอก สมมติ ทดสอบ", "นายกองเอก")]
    [InlineData("ดร.สมมติ ทดสอบ", "ดร.")]
    [InlineData("ดร สมมติ ทดสอบ", "ดร.")]
    [InlineData("ผศ.สมมติ ทดสอบ", "ผศ.")]
    [InlineData("รศ.สมมติ ทดสอบ", "รศ.")]
    [InlineData("ศ.สมมติ ทดสอบ", "ศ.")]
    [InlineData("ผศ.ดร.สมมติ ทดสอบ", "ผศ.ดร.")]
    [InlineData("ผศ. ดร. สมมติ ทดสอบ", "ผศ.ดร.")]
    [InlineData("ผู้ช่วยศาสตราจารย์ ดร.สมมติ ทดสอบ", "ผู้ช่วยศาสตราจารย์ ดร.")]
    [InlineData("ว่าที่ร้อยตรี ดร.สมมติ ทดสอบ", "ว่าที่ร้อยตรี ดร.")]
    [InlineData("นายแพทย์สมมติ ทดสอบ", "นายแพทย์")]
    [InlineData("พระครูสมมติ ทดสอบ", "พระครู")]
    [InlineData("พระมหาสมมติ ทดสอบ", "พระมหา")]
    [InlineData("พระ สมมติ ทดสอบ", "พระ")]
    [InlineData("แม่ชีสมมติ ทดสอบ", "แม่ชี")]
    [InlineData("ม.ร.ว.สมมติ ทดสอบ", "ม.ร.ว.")]
    [InlineData("ม.ล. สมมติ ทดสอบ", "ม.ล.")]
    [InlineData("พล.ต.อ. ม.ล.สมมติ ทดสอบ", "พล.ต.อ.ม.ล.")]
    [InlineData("คุณ สมมติ ทดสอบ", "คุณ")]
    [InlineData("สมมติ ทดสอบ", null)]
    public void A_title_is_split_off_longest_first(string text, string? title) =>
        Assert.Equal(new ThaiName(title, "สมมติ", "ทดสอบ"), ThaiName.Parse(text));

    [Theory]
    [InlineData("Mr. Test Example", "Mr.")]
    [InlineData("MR TEST Example", "Mr.")]
    [InlineData("mrs.Test Example", "Mrs.")]
    [InlineData("Ms Test Example", "Ms.")]
    [InlineData("Miss Test Example", "Miss")]
    [InlineData("Test Example", null)]
    public void English_titles_are_split_off(string text, string? title)
    {
        var name = ThaiName.Parse(text);
        Assert.Equal(title, name?.Title);
        Assert.Equal("testexample", name?.Key);
    }

    [Theory]
    [InlineData("นายิกา ทดสอบ", null, "นายิกา")]
    [InlineData("นายา ทดสอบ", null, "นายา")]
    [InlineData("พระพร ทดสอบ", null, "พระพร")]
    [InlineData("คุณากร ทดสอบ", null, "คุณากร")]
    [InlineData("นางสาวิตรี ทดสอบ", "นาง", "สาวิตรี")]
    [InlineData("นางสาวสาวิตรี ทดสอบ", "นางสาว", "สาวิตรี")]
    [InlineData("นาง สาวสวย ทดสอบ", "นาง", "สาวสวย")]
    [InlineData("นายกฤษณะ ทดสอบ", "นาย", "กฤษณะ")]
    [InlineData("นายเอก ทดสอบ", "นาย", "เอก")]
    [InlineData("นาย อำเภอ ทดสอบ", "นาย", "อำเภอ")]
    [InlineData("นายทหาร ทดสอบ", "นาย", "ทหาร")]
    [InlineData("ร.ต.หญิง ทดสอบ", "ร.ต.หญิง", "ทดสอบ")]
    [InlineData("Missanee ทดสอบ", null, "Missanee")]
    public void A_name_that_begins_like_a_title_stays_whole(string text, string? title, string given)
    {
        var name = ThaiName.Parse(text);
        Assert.Equal(title, name?.Title);
        Assert.Equal(given, name?.Given);
    }

    [Theory]
    [InlineData("นายสมมติ", "สมมติ", "")]
    [InlineData("สมมติ", "สมมติ", "")]
    [InlineData("นายสมมติ ณ ทดสอบ", "สมมติ", "ณ ทดสอบ")]
    [InlineData("นายสมมติ  กลาง\u00A0ทดสอบ", "สมมติ", "กลาง ทดสอบ")]
    [InlineData("Test O'Example-Sample", "Test", "O'Example-Sample")]
    public void A_family_name_may_be_missing_or_hold_spaces(string text, string given, string family)
    {
        var name = ThaiName.Parse(text);
        Assert.Equal(given, name?.Given);
        Assert.Equal(family, name?.Family);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200B")]
    [InlineData("นาย")]
    [InlineData("ดร.")]
    [InlineData("ว่าที่ร้อยตรี")]
    [InlineData("นายอำเภอ")]
    [InlineData("นายอำเภอบ้านฉาง")]
    [InlineData("นายกฯ")]
    [InlineData("นายก")]
    [InlineData("นายก อบต.บ้านค่าย")]
    [InlineData("นายกเทศมนตรีตำบลบ้านฉาง")]
    [InlineData("นายทะเบียน")]
    [InlineData("นายทะเบียนอำเภอ")]
    [InlineData("ผู้ว่าราชการจังหวัดระยอง")]
    [InlineData("รองผู้ว่าราชการจังหวัด")]
    [InlineData("พัฒนาการจังหวัด")]
    [InlineData("อ.เมือง ระยอง")]
    [InlineData("อบต. บ้านค่าย")]
    [InlineData("นายสมมติ ทดสอบ 080-000-0000")]
    [InlineData("นายสมมติ๒ ทดสอบ")]
    [InlineData("นายสมมติ (ต้น) ทดสอบ")]
    [InlineData("=cmd()")]
    [InlineData("<b>สมมติ</b>")]
    [InlineData("-")]
    [InlineData("ิก ทดสอบ")]
    public void What_names_no_person_is_refused(string? text) => Assert.Null(ThaiName.Parse(text));

    [Fact]
    public void More_than_200_characters_are_refused()
    {
        Assert.NotNull(ThaiName.Parse(new string('ก', 200)));
        Assert.Null(ThaiName.Parse(new string('ก', 201)));
    }

    [Theory]
    [InlineData("น.ส. สมมติ  ทดสอบ", "นางสาวสมมติ ทดสอบ")]
    [InlineData("นาย สมมติ", "นายสมมติ")]
    [InlineData("สมมติ ทดสอบ", "สมมติ ทดสอบ")]
    [InlineData("พระ สมมติ ทดสอบ", "พระ สมมติ ทดสอบ")]
    [InlineData("นาง สาวสวย ทดสอบ", "นาง สาวสวย ทดสอบ")]
    [InlineData("Mr Test Example", "Mr. Test Example")]
    public void A_name_is_displayed_as_letters_print_it(string text, string expected) =>
        Assert.Equal(expected, ThaiName.Parse(text)?.Display());

    [Fact]
    public void A_key_finds_the_same_person_under_another_title_and_spelling()
    {
        var key = ThaiName.Parse("นางน\u0E49\u0E33ใส ณ ทดสอบ")?.Key;
        Assert.Equal("น้ำใสณทดสอบ", key);
        Assert.Equal(key, ThaiName.Parse("น.ส. น\u0E4D\u0E49\u0E32ใส  ณทดสอบ")?.Key);
        Assert.NotEqual(key, ThaiName.Parse("นางน้ำใส ทดสอบ")?.Key, StringComparer.Ordinal);
    }

    [Fact]
    public void What_is_displayed_is_read_back()
    {
        string[] titles =
        [
            "นาย ",
            "นาง ",
            "นางสาว",
            "น.ส.",
            "ว่าที่ร้อยตรี",
            "ว่าที่ ร.ต.",
            "พ.ต.ท.หญิง ",
            "ผศ.ดร.",
            "พระ ",
            "พระครู",
            "Mr. ",
            "",
        ];
        string[] words = ["สมมติ", "สาวสวย", "กองเอก", "ครูดี", "หญิง", "อำเภอ", "ณ", "ทดสอบ", "Test", "เอก", "มหา"];
        var texts = from title in titles from given in words from family in words select $"{title}{given} {family}";

        var names = texts.Select(ThaiName.Parse).OfType<ThaiName>().ToList();
        Assert.True(names.Count > 1300);
        Assert.All(names, name => Assert.Equal(name, ThaiName.Parse(name.Display())));
    }
}
