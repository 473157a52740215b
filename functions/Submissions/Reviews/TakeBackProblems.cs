using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Reviews;

public static class TakeBackProblems
{
    public static Problem NotDecided() =>
        new(
            409,
            "not-decided",
            new("ยังไม่ได้พิจารณา", "Not decided"),
            new(
                "ฉบับล่าสุดยังไม่มีการพิจารณาที่จะยกเลิกได้ อาจมีการยกเลิกหรือส่งฉบับใหม่ไปแล้ว",
                "The current revision has no decision to take back: it was taken back before, or a new revision has come."
            )
        );

    /// <param name="round">The round that judges what was accepted, open since <paramref name="at"/>.</param>
    public static Problem RoundOpened(Round round, DateTimeOffset at) =>
        new(
            409,
            "round-opened",
            new("เริ่มการคัดเลือกแล้ว", "A round that uses it has opened"),
            new(
                $"“{round.Th}” ซึ่งใช้งานนี้ เริ่มแล้วเมื่อ{ThaiDate.Long(Bangkok.DateOf(at))} จึงเปิดให้แก้ไขไม่ได้อีก",
                $"\"{round.En}\", which uses this hand-in, opened on {ThaiDate.English(Bangkok.DateOf(at))}. It stays accepted."
            )
        );

    public static Problem NotExtended() =>
        new(
            409,
            "not-extended",
            new("ไม่มีการขยายเวลา", "No extension"),
            new("งานนี้ไม่มีการขยายเวลาที่จะยกเลิกได้", "The unit has no extension for this task that could be taken back.")
        );

    public static Problem ExtensionUsed() =>
        new(
            409,
            "extension-used",
            new("ใช้เวลาที่ขยายแล้ว", "The extension was used"),
            new(
                "หน่วยงานส่งงานภายในเวลาที่ขยายแล้ว จึงยกเลิกไม่ได้",
                "The unit handed in within the extended time, so the extension stays."
            )
        );
}
