using CddFunctions.Platform.Media;

namespace CddFunctions.Tests.Platform.Media;

public sealed class MediaRulesTests
{
    private static readonly MediaLimits Report = new([MediaType.Pdf], MaxPages: 10, A4Only: true, MaxMegabytes: 50);
    private static readonly MediaLimits Clip = new([MediaType.Mp4, MediaType.Mov], MaxSeconds: 300, MaxMegabytes: 500);

    [Fact]
    public void A_file_at_every_limit_is_taken()
    {
        Assert.Empty(MediaRules.Refuse(Report, new(MediaType.Pdf, 50 * 1_048_576, Pages: 10)));
        Assert.Empty(MediaRules.Refuse(Clip, new(MediaType.Mov, 500 * 1_048_576, Duration: TimeSpan.FromSeconds(300))));
        Assert.Empty(MediaRules.Refuse(new([MediaType.Pdf]), new(MediaType.Pdf, long.MaxValue, Pages: 1000, NotA4: new(1, 1, 1))));
    }

    [Fact]
    public void Too_many_pages_are_refused_with_their_number() =>
        AssertOne(Report, new(MediaType.Pdf, 1, Pages: 11), "too-many-pages", "๑๑ หน้า เกิน ๑๐ หน้า", "11 pages, the limit is 10");

    [Fact]
    public void Other_paper_is_refused_with_its_size() =>
        AssertOne(
            Report,
            new(MediaType.Pdf, 1, Pages: 3, NotA4: new(3, 216, 279)),
            "not-a4",
            "หน้า ๓ ขนาด ๒๑๖ × ๒๗๙ มม. ไม่ใช่ เอ ๔",
            "Page 3 is 216 × 279 mm, not A4"
        );

    [Theory]
    [InlineData(301_000, "๕ นาที ๑ วินาที เกิน ๕ นาที", "5 minutes 1 second, the limit is 5 minutes")]
    [InlineData(360_000, "๖ นาที เกิน ๕ นาที", "6 minutes, the limit is 5 minutes")]
    [InlineData(3_600_000, "๑ ชั่วโมง เกิน ๕ นาที", "1 hour, the limit is 5 minutes")]
    [InlineData(7_321_999, "๒ ชั่วโมง ๒ นาที ๑ วินาที เกิน ๕ นาที", "2 hours 2 minutes 1 second, the limit is 5 minutes")]
    public void A_long_video_is_refused_with_its_length(int milliseconds, string th, string en) =>
        AssertOne(Clip, Video(milliseconds), "too-long-video", th, en);

    [Theory]
    [InlineData(300_000)]
    [InlineData(300_001)]
    [InlineData(300_999)]
    public void Parts_of_a_second_do_not_count(int milliseconds) => Assert.Empty(MediaRules.Refuse(Clip, Video(milliseconds)));

    [Theory]
    [InlineData(1, "๕๐.๑ เมกะไบต์ เกิน ๕๐ เมกะไบต์", "50.1 MB, the limit is 50 MB")]
    [InlineData(1_048_576, "๕๑ เมกะไบต์ เกิน ๕๐ เมกะไบต์", "51 MB, the limit is 50 MB")]
    public void A_large_file_is_refused_with_its_size(int over, string th, string en) =>
        AssertOne(Report, new(MediaType.Pdf, (50 * 1_048_576) + over, Pages: 1), "file-too-large", th, en);

    [Fact]
    public void Another_type_is_named_and_nothing_else_is_asked_of_it()
    {
        AssertOne(
            Report,
            new(MediaType.Jpeg, 1, Pixels: new(1, 1)),
            "wrong-file-type",
            "ไฟล์เป็น JPEG ต้องเป็น PDF กรุณาเปิดไฟล์ บันทึกเป็น PDF แล้วแนบใหม่",
            "The file is JPEG, it must be PDF. Open it, save it as PDF and attach that."
        );
        AssertOne(
            Clip,
            new(MediaType.Xlsx, 1, Fault: new("macro-file", new("ก", "a"))),
            "wrong-file-type",
            "ไฟล์เป็น Excel (.xlsx) ต้องเป็น MP4 หรือ MOV กรุณาบันทึกวิดีโอเป็น MP4 แล้วแนบใหม่",
            "The file is Excel (.xlsx), it must be MP4 or MOV. Save the video as MP4 and attach that."
        );
    }

    [Fact]
    public void A_fault_of_the_file_comes_through()
    {
        AssertOne(Report, new(MediaType.Pdf, 1, Fault: new("encrypted-file", new("ก", "a"))), "encrypted-file", "ก", "a");
        AssertOne(Report, new(MediaType.Unknown, 1, Fault: new("unknown-file-type", new("ก", "a"))), "unknown-file-type", "ก", "a");
    }

    [Fact]
    public void Everything_wrong_is_said_at_once() =>
        Assert.Equal(
            "file-too-large too-many-pages not-a4",
            string.Join(' ', MediaRules.Refuse(Report, new(MediaType.Pdf, 60_000_000, Pages: 11, NotA4: new(1, 1, 1))).Select(r => r.Code))
        );

    private static MediaFacts Video(int milliseconds) => new(MediaType.Mp4, 1, Duration: TimeSpan.FromMilliseconds(milliseconds));

    private static void AssertOne(MediaLimits limits, MediaFacts facts, string code, string th, string en) =>
        Assert.Equal(new MediaRefusal(code, new(th, en)), Assert.Single(MediaRules.Refuse(limits, facts)));
}
