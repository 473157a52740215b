using static CddFunctions.Demo.Expected;
using static CddFunctions.Demo.Rayong.RayongForms;
using static CddFunctions.Demo.Script;

namespace CddFunctions.Demo.Rayong;

/// <summary>
/// February: offices read the guideline, name an officer and send their plans by the 22nd. Ban Khai is a minute too
/// late, Wang Chan forgets a dimension, Khao Chamao is never heard of.
/// </summary>
internal static class RayongPlans
{
    private const string Study = "t-study";
    private const string Assign = "t-assign";
    private const string Send = "t-plan";

    public static IEnumerable<Step> Steps =>
        [
            .. Active.SelectMany(office =>
                new[]
                {
                    Sends("2024-02-15 09:30", office, Study, Fields.None, Undated),
                    Sends("2024-02-16 10:00", office, Assign, Note("มอบหมายเจ้าหน้าที่สมมติแล้ว"), OnTimely),
                }
            ),
            Sends("2024-02-19 10:15", "2101", Send, Plan(200), OnTimely),
            Sends("2024-02-20 14:40", "2102", Send, Plan(201), OnTimely),
            Sends("2024-02-20 16:05", "2104", Send, Plan(203, dimensions: 4), OnTimely.Saying("all-dimensions")),
            At("2024-02-21 09:00", "admin", Deeds.Return(Send, "2104", "แผนยังขาดมิติที่ ๕ นวัตกรรม กรุณาเพิ่มอย่างน้อย ๑ กิจกรรม"), Done),
            Sends("2024-02-21 11:20", "2108", Send, Plan(207), OnTimely),
            Sends("2024-02-22 08:50", "2103", Send, Plan(202), OnTimely),
            Sends("2024-02-22 23:58", "2106", Send, Plan(205), OnTimely),
            Sends("2024-02-23 00:00", "2105", Send, Plan(204), Late),
            At("2024-02-23 09:10", "2101", Deeds.HandIn(Send, "2105", Plan(200)), Refused(403, "not-yours")),
            .. Accepts("2024-02-23 10:00", Send, "2101", "2102", "2103", "2105", "2106", "2108"),
            // The first hand-in came in time, and that stands (docs/rules.md 2.3, rule 1).
            At("2024-02-27 13:30", "2104", Deeds.Revise(Send, "2104", Plan(203)), new(200, Dated: true, OnTime: true)),
            At("2024-02-27 13:35", "2104", Deeds.HandIn(Send, "2104", Plan(203)), Refused(409, "already-submitted")),
            .. Accepts("2024-02-28 09:00", Send, "2104"),
        ];
}
