using CddFunctions.Platform;

namespace CddFunctions.Submissions.Rosters;

public static class RosterProblems
{
    public static Problem NotFound(string roster) =>
        new(
            404,
            "roster-not-found",
            new("ไม่พบบัญชีรายชื่อ", "Roster not found"),
            new($"ไม่มีบัญชีรายชื่อรหัส {roster} ในโครงการนี้", $"There is no roster '{roster}' in this campaign.")
        );

    public static Problem Busy() =>
        new(
            503,
            "imports-busy",
            new("มีผู้นำไฟล์ Excel เข้าหลายรายพร้อมกัน", "Too many workbooks at a time"),
            new(
                "ขณะนี้มีผู้นำไฟล์ Excel เข้าพร้อมกันหลายราย ยังไม่ได้บันทึกสิ่งใด กรุณารอสักครู่แล้วส่งอีกครั้ง",
                "Many workbooks are being read. Nothing was saved; wait a little and send it again."
            ),
            RetryAfter: TimeSpan.FromSeconds(10)
        );

    public static Problem Empty() =>
        new(
            404,
            "roster-empty",
            new("ยังไม่มีรายชื่อ", "No list yet"),
            new("หน่วยงานนี้ยังไม่มีรายชื่อในระบบ", "No list has been put in place for this unit.")
        );
}
