using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Media;
using CddFunctions.Submissions.Fields.Pages;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Tests.Http;
using CddFunctions.Web;

namespace CddFunctions.Tests.Submissions.Fields.Pages;

public sealed class FieldWordsTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 22, 2, 0, 0, TimeSpan.Zero);
    private static readonly Option[] Options = [new("a", "กอ", "Ay"), new("b", "ขอ", "Bee")];

    [Theory]
    [InlineData(FieldKind.Text, "\"<b>\"", "<b>", "<b>")]
    [InlineData(FieldKind.Integer, "1234567", "1,234,567", "1,234,567")]
    [InlineData(FieldKind.Money, "269000.50", "269,000.50 บาท", "269,000.50 baht")]
    [InlineData(FieldKind.Money, "\"•••\"", "•••", "•••")]
    [InlineData(FieldKind.Date, "\"2024-05-13\"", "วันจันทร์ที่ ๑๓ พฤษภาคม พ.ศ. ๒๕๖๗", "Mon 13 May 2024")]
    [InlineData(FieldKind.Date, "\"•••\"", "•••", "•••")]
    [InlineData(FieldKind.Boolean, "true", "ใช่", "Yes")]
    [InlineData(FieldKind.Boolean, "false", "ไม่ใช่", "No")]
    [InlineData(FieldKind.Choice, "\"b\"", "ขอ", "Bee")]
    [InlineData(FieldKind.Choice, "\"gone\"", "gone", "gone")]
    [InlineData(FieldKind.Choices, "[\"b\",\"a\"]", "ขอ · กอ", "Bee · Ay")]
    [InlineData(FieldKind.Unit, "\"2101\"", "เมืองระยอง", "Mueang")]
    [InlineData(FieldKind.Unit, "\"9999\"", "9999", "9999")]
    [InlineData(FieldKind.Phone, "\"+66800000000\"", "080-000-0000", "080-000-0000")]
    [InlineData(FieldKind.Location, "\"12.68,101.28\"", "12.68,101.28", "12.68,101.28")]
    public void A_value_is_said_as_people_say_it(FieldKind kind, string json, string th, string en)
    {
        var field = new Field("x", kind, "ก", "A", [], Options: kind is FieldKind.Choice or FieldKind.Choices ? Options : null);

        Assert.Equal(th, Words(english: false).Of(field, JsonNode.Parse(json)));
        Assert.Equal(en, Words(english: true).Of(field, JsonNode.Parse(json)));
    }

    [Fact]
    public void Nothing_is_no_words() => Assert.Equal("", Words(english: false).Of(new("x", FieldKind.Money, "ก", "A", []), null));

    public static TheoryData<MediaFacts, long, string, string> Files() =>
        new()
        {
            { new(MediaType.Pdf, 0, Pages: 9), 1, "PDF · ๙ หน้า A4 · 1 KB", "PDF · A4 pages: 9 · 1 KB" },
            {
                new(MediaType.Pdf, 0, Pages: 9, NotA4: new(3, 216, 279)),
                1_048_575,
                "PDF · ๙ หน้า (หน้า ๓ ไม่ใช่ A4) · 1024 KB",
                "PDF · Pages: 9 (page 3 is not A4) · 1024 KB"
            },
            {
                new(MediaType.Mp4, 0, Duration: TimeSpan.FromSeconds(299.6)),
                1_572_864,
                "MP4 · ๕ นาที · 1.5 MB",
                "MP4 · 5 minutes · 1.5 MB"
            },
            { new(MediaType.Png, 0, Pixels: new(1200, 800)), 2048, "PNG · 1200 × 800 พิกเซล · 2 KB", "PNG · 1200 × 800 pixels · 2 KB" },
        };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void A_file_is_described_by_what_was_measured(MediaFacts facts, long length, string th, string en)
    {
        Assert.Equal(th, FileWords.Of(Page(english: false), facts, length));
        Assert.Equal(en, FileWords.Of(Page(english: true), facts, length));
    }

    [Theory]
    [InlineData("files", "", "เอกสารแนบไม่ครบ")]
    [InlineData("files", " หน้า ๓ ", "เอกสารแนบไม่ครบ\nหน้า ๓")]
    [InlineData("", "หน้า ๓", "หน้า ๓")]
    [InlineData("<b>", "", "")]
    [InlineData(null, null, "")]
    public void The_reason_of_a_return_is_the_buttons_and_what_was_typed(string? key, string? typed, string reason) =>
        Assert.Equal(reason, ReturnWords.Join(PageTexts.In<ReviewTexts>(english: false).Reasons, key, typed));

    [Fact]
    public void The_longest_reason_fits()
    {
        var typed = new string('ก', ReturnWords.Longest);

        Assert.All(
            new[] { false, true }
                .Select(english => PageTexts.In<ReviewTexts>(english).Reasons)
                .SelectMany(reasons => ReturnWords.Of(reasons).Select(r => ReturnWords.Join(reasons, r.Key, typed))),
            reason => Assert.InRange(reason.Length, ReturnWords.Longest + 2, 1000)
        );
    }

    private static FieldWords Words(bool english)
    {
        var definition = MadeUpCampaign.Launched().Definition;
        return new(Page(english), definition, code => definition.Units.FirstOrDefault(u => u.Code == code));
    }

    private static PageContext Page(bool english) => new(english, Now, Rehearsal: false, Address: null);
}
