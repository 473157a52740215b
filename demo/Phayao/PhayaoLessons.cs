using CddFunctions.Demo.Files;
using static CddFunctions.Demo.Expected;
using static CddFunctions.Demo.Script;

namespace CddFunctions.Demo.Phayao;

/// <summary>
/// By 30 April: a summary of at most ten A4 pages and a clip of at most five minutes from every tambon. Chiang Kham's
/// has a page too many at first, Mae Chai's clip a second; Dok Kham Tai sends nothing.
/// </summary>
internal static class PhayaoLessons
{
    private const string Send = "t-lessons";

    public static IEnumerable<Step> Steps =>
        [
            SendsFor("2021-04-20 10:00", "560101", Send, Words, OnTimely, Summary(10), Clip(300)),
            SendsFor("2021-04-21 10:00", "560102", Send, Words, OnTimely, Summary(4), Clip(145)),
            SendsFor("2021-04-22 10:00", "560201", Send, Words, OnTimely, Summary(8), Clip(215)),
            SendsFor("2021-04-26 09:00", "560301", Send, Words, Refused(422, "๑๑ หน้า เกิน ๑๐ หน้า"), Summary(11), Clip(240)),
            SendsFor("2021-04-26 10:30", "560301", Send, Words, OnTimely, Summary(10), Clip(240)),
            SendsFor("2021-04-27 10:00", "560401", Send, Words, OnTimely, Summary(6), Clip(180)),
            SendsFor("2021-04-28 14:00", "560601", Send, Words, OnTimely, Summary(7), Clip(270)),
            SendsFor("2021-04-29 09:00", "560701", Send, Words, Refused(422, "เกิน ๕ นาที"), Summary(9), Clip(301)),
            SendsFor("2021-04-29 09:20", "560701", Send, Words, OnTimely, Summary(9), Clip(299)),
            SendsFor("2021-04-29 16:00", "560801", Send, Words, OnTimely, Summary(5), Clip(200)),
            SendsFor("2021-04-30 23:58", "560901", Send, Words, OnTimely, Summary(8), Clip(90)),
            .. Accepts("2021-05-01 10:00", Send, "560101", "560102", "560201", "560301", "560401", "560601", "560701", "560801"),
        ];

    private static Fields Words => new() { ["before"] = "สภาพก่อนเริ่ม (สมมติ)", ["after"] = "สภาพหลังดำเนินการ (สมมติ)" };

    private static Attachment Summary(int pages) => new("summary", "สรุปผลสมมติ.pdf", () => DemoPdf.Of(pages, "Lessons and results"));

    private static Attachment Clip(int seconds) => new("video", "คลิปสมมติ.mp4", () => DemoClip.Of(seconds));
}
