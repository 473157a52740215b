using static CddFunctions.Demo.Expected;
using static CddFunctions.Demo.Rayong.RayongForms;
using static CddFunctions.Demo.Script;

namespace CddFunctions.Demo.Rayong;

/// <summary>What the provincial office does itself: the meeting, opinions without a name, activities, the staff register, visits.</summary>
internal static class RayongProvince
{
    private const string Office = "21";
    private const string Staff = "ry-staff";
    private const string Opinions = "t-p-opinions";

    public static IEnumerable<Step> Steps =>
        [
            Sends("2024-01-22 16:00", Office, "t-p-meeting", Note("ประชุมสมมติ ๖๐ คน"), OnTimely),
            .. Enumerable
                .Range(1, 12)
                .Select(n =>
                    At($"2024-02-{4 + n:00} 12:{n:00}", $"intake:{Opinions}", Deeds.HandIn(Opinions, Office, Opinion(n)), Undated)
                ),
            Sends("2024-02-20 09:00", Office, "t-p-analyse", Note("วิเคราะห์ความคิดเห็นสมมติ ๑๒ ฉบับ"), Undated),
            Sends("2024-02-26 15:00", Office, "t-p-project", Note("เขียนโครงการสมมติแล้ว"), Undated),
            Sends("2024-02-27 15:00", Office, "t-p-committee", Note("ตั้งคณะทำงานสมมติแล้ว"), Undated),
            Sends("2024-03-08 16:00", Office, "t-p-learn", Activity("ak-learn", "๗ มีนาคม ๒๕๖๗", 90), Undated),
            Sends("2024-04-25 16:00", Office, "t-p-join", Activity("ak-join", "๒๔ เมษายน ๒๕๖๗", 110).With("works", Works), Undated),
            Sends("2024-04-26 16:00", Office, "t-p-share", Activity("ak-share", "๒๕ เมษายน ๒๕๖๗", 75, households: 40), Undated),
            .. Accepts("2024-04-29 09:00", "t-p-learn", Office),
            .. Accepts("2024-04-29 09:00", "t-p-join", Office),
            .. Accepts("2024-04-29 09:00", "t-p-share", Office),
            At("2024-05-07 10:00", Office, RosterDeeds.PutWorkbook(Staff, Office, RayongStaff.All), Done),
            Sends("2024-05-07 10:10", Office, "t-roster", Fields.None, OnTimely),
            .. Active.Select(district =>
                At("2024-05-27 15:00", Office, Deeds.HandIn("t-p-monitor", district, Note("ติดตามในพื้นที่แล้ว (สมมติ)")), Undated)
            ),
            Sends("2024-05-30 15:00", Office, "t-p-best", Note("ประมวลแนวปฏิบัติที่ดีสมมติ"), Undated),
        ];

    private static Fields Opinion(int n) => new() { ["problem"] = $"ปัญหาสมมติข้อที่ {n}", ["good-deed"] = $"ความดีสมมติข้อที่ {n}" };
}
