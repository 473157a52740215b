using System.Globalization;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions;

public static class SubmissionProblems
{
    public static Problem TaskNotFound(string task) =>
        new(
            404,
            "task-not-found",
            new("ไม่พบงาน", "Task not found"),
            new($"ไม่มีงานรหัส {task} ที่ส่งในระบบนี้", $"There is no task '{task}' that is handed in here.")
        );

    public static Problem UnitNotOwing(string task, string unit) =>
        new(
            404,
            "unit-not-in-task",
            new("หน่วยงานนี้ไม่มีงานนี้", "The unit does not owe this task"),
            new($"หน่วยงานรหัส {unit} ไม่อยู่ในกลุ่มที่ต้องส่งงาน {task}", $"The unit '{unit}' is not among those that owe '{task}'.")
        );

    public static Problem NothingYet() =>
        new(
            404,
            "nothing-handed-in",
            new("ยังไม่มีการส่ง", "Nothing handed in yet"),
            new("หน่วยงานยังไม่ได้ส่งงานนี้", "The unit has not handed in this task.")
        );

    public static Problem KeyMissing() =>
        new(
            400,
            "idempotency-key-missing",
            new("ขาดรหัสการส่ง", "Idempotency-Key needed"),
            new(
                "ต้องมีหัวข้อ Idempotency-Key (๑-๒๐๐ ตัวอักษร) เพื่อให้ส่งซ้ำได้โดยไม่เกิดรายการซ้ำ",
                "Send an Idempotency-Key header (1 to 200 characters), so that sending again makes no second hand-in."
            )
        );

    public static Problem KeyMismatch() =>
        new(
            409,
            "idempotency-mismatch",
            new("รหัสการส่งถูกใช้แล้ว", "The key was used for something else"),
            new("รหัสการส่งนี้ใช้ส่งข้อมูลอื่นไปแล้ว", "This Idempotency-Key came earlier with another body.")
        );

    public static Problem IfMatchMissing() =>
        new(
            400,
            "if-match-missing",
            new("ขาดรุ่นของข้อมูล", "If-Match needed"),
            new("ต้องมีหัวข้อ If-Match เป็น ETag ที่อ่านได้ล่าสุด", "Send the ETag that was read last as If-Match.")
        );

    public static Problem Stale() =>
        new(
            412,
            "stale",
            new("ข้อมูลเปลี่ยนไปแล้ว", "Somebody else changed it"),
            new("มีการแก้ไขหลังจากที่ท่านอ่าน กรุณาอ่านใหม่แล้วส่งอีกครั้ง", "It changed after you read it. Read it again, then send.")
        );

    public static Problem AlreadyAccepted() =>
        new(
            409,
            "already-accepted",
            new("รับงานแล้ว", "Already accepted"),
            new(
                "จังหวัดรับงานนี้แล้ว จะแก้ไขได้เมื่อจังหวัดเปิดให้แก้ไขอีกครั้ง",
                "This hand-in was accepted. It can be changed once the province has reopened it."
            )
        );

    public static Problem AlreadySubmitted() =>
        new(
            409,
            "already-submitted",
            new("ส่งแล้ว", "Already handed in"),
            new(
                "งานนี้ส่งแล้ว หากต้องการแก้ไขให้ส่งฉบับใหม่ (PUT พร้อม If-Match)",
                "It was handed in before. Send a new revision with PUT and If-Match."
            )
        );

    public static Problem AlreadyDecided() =>
        new(
            409,
            "already-decided",
            new("พิจารณาแล้ว", "Already decided"),
            new("ฉบับล่าสุดพิจารณาไปแล้ว", "The current revision was accepted or returned before.")
        );

    public static Problem Closed(DateTimeOffset at) =>
        new(
            409,
            "task-closed",
            new("ปิดรับแล้ว", "Closed"),
            new(
                $"ปิดรับเมื่อ{ThaiDate.Long(Bangkok.DateOf(at))} เวลา {ThaiDigits.ToThai(Clock(at))} น. จังหวัดขยายเวลาให้ได้",
                $"It closed on {ThaiDate.English(Bangkok.DateOf(at))} at {Clock(at)}. The province can grant an extension."
            )
        );

    public static Problem RevisionClosed(DateTimeOffset at) =>
        new(
            409,
            "task-closed",
            new("ปิดแก้ไขแล้ว", "Closed for changes"),
            new(
                $"ปิดแก้ไขเมื่อ{ThaiDate.Long(Bangkok.DateOf(at))} เวลา {ThaiDigits.ToThai(Clock(at))} น. หากต้องแก้ไข จังหวัดส่งกลับหรือขยายเวลาให้ได้",
                $"Changes closed on {ThaiDate.English(Bangkok.DateOf(at))} at {Clock(at)}. The province can return it or grant an extension."
            )
        );

    private static string Clock(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Bangkok.Zone).ToString("HH.mm", CultureInfo.InvariantCulture);

    public static Problem FormAwaited() =>
        new(
            409,
            "form-awaited",
            new("ยังไม่มีแบบฟอร์ม", "The form is awaited"),
            new(
                "หน่วยเหนือยังไม่ส่งแบบของงานนี้มา จึงยังส่งไม่ได้",
                "The form of this task has not been issued, so nothing can be handed in yet."
            )
        );

    public static Problem ChoiceFull(ChoiceGroup group) =>
        new(
            409,
            "choice-full",
            new("เลือกครบแล้ว", "The choice is full"),
            new($"{group.Th}: เลือกได้ไม่เกิน {ThaiDigits.ToThai(group.Max)} อย่าง", $"{group.En}: at most {group.Max}.")
        );

    public static Problem SourcesMissing(IReadOnlyList<string> units) =>
        new(
            409,
            "sources-missing",
            new("ต้นทางยังไม่ครบ", "Sources are missing"),
            new(
                $"ยังรับงานต้นทางไม่ครบ ขาด {units.Count} แห่ง หากจำเป็นต้องส่งทั้งที่ไม่ครบ ให้ระบุ incomplete",
                $"{units.Count} source hand-in(s) are not accepted yet. To send it all the same, say \"incomplete\": true."
            ),
            More: new Dictionary<string, object?>(StringComparer.Ordinal) { ["missing"] = units }
        );

    public static Problem FieldsMalformed(IReadOnlyList<FieldError> errors) =>
        new(
            400,
            "fields-malformed",
            new("กรอกไม่ถูกต้อง", "Fields are malformed"),
            new($"มีช่องที่กรอกไม่ถูกต้อง {errors.Count} รายการ", $"{errors.Count} field error(s)."),
            errors
        );

    public static Problem RulesBroken(IReadOnlyList<FieldError> errors) =>
        new(
            422,
            "rules-broken",
            new("ไม่เป็นไปตามเกณฑ์", "The programme's rules are not met"),
            new($"มีข้อที่ไม่เป็นไปตามเกณฑ์ {errors.Count} รายการ", $"{errors.Count} rule(s) are not met."),
            errors
        );

    public static Problem ValuesUnusual(IReadOnlyList<FieldError> values) =>
        new(
            422,
            "values-unusual",
            new("ตรวจค่าก่อนส่ง", "Check before it is sent"),
            new(
                "ยังไม่ได้ส่ง ระบบอ่านค่าต่อไปนี้ได้ตามนี้ ถ้าถูกต้องแล้วกดส่งอีกครั้ง ถ้าไม่ถูกให้แก้ก่อน",
                "Nothing has been sent. This is how these values were read. Send again if they are right, or correct them first."
            ),
            values
        );

    public static Problem ReasonMissing() =>
        new(
            400,
            "reason-missing",
            new("ต้องระบุเหตุผล", "A reason is needed"),
            new("ต้องระบุเหตุผล ไม่เกิน ๑,๐๐๐ ตัวอักษร", "Give a reason of 1 to 1,000 characters.")
        );

    public static Problem ExtensionRefused(Text why) =>
        new(422, "extension-refused", new("ขยายเวลาไม่ได้", "The extension cannot be granted"), why);
}
