namespace CddFunctions.Platform.Identity;

public static class IdentityProblems
{
    public static Problem Missing() =>
        new(
            401,
            "identity-missing",
            new("ต้องยืนยันสิทธิ์", "Identity needed"),
            new(
                "คำขอนี้ต้องใช้ลิงก์ประจำหน่วยงาน ลิงก์ผู้ดูแล หรือกุญแจผู้ดูแลระบบ",
                "This request needs a capability (Authorization: Bearer …) or the administrator's key."
            )
        );

    public static Problem Invalid() =>
        new(
            401,
            "identity-invalid",
            new("ลิงก์ใช้ไม่ได้", "The link is not valid"),
            new(
                "ลิงก์ไม่ถูกต้อง หมดอายุ หรือถูกยกเลิกแล้ว ขอลิงก์ใหม่จากผู้ดูแลโครงการ",
                "The capability is wrong, expired or revoked. Ask the campaign's administrator for a new one."
            )
        );

    public static Problem NotYours() =>
        new(
            403,
            "not-yours",
            new("ไม่มีสิทธิ์", "Not yours"),
            new("สิทธิ์ของท่านไม่ครอบคลุมงานหรือหน่วยงานนี้", "Your capability does not cover this task or unit.")
        );

    public static Problem CrossSite() =>
        new(
            403,
            "cross-site",
            new("คำขอมาจากเว็บอื่น", "Cross-site request"),
            new("ระบบรับการส่งจากหน้าเว็บของระบบเท่านั้น", "Forms are only taken from this site's own pages.")
        );

    public static Problem FormExpired() =>
        new(
            403,
            "form-expired",
            new("หน้านี้ใช้ส่งไม่ได้แล้ว", "This page can no longer be sent"),
            new(
                "หน้านี้ถูกเปิดด้วยลิงก์อื่นหรือเปิดไว้ก่อนเปลี่ยนลิงก์ ยังไม่มีสิ่งใดถูกบันทึก กรุณาเปิดหน้าใหม่แล้วส่งอีกครั้ง",
                "The page was opened with another link. Nothing was kept. Open it again and send it again."
            )
        );

    public static Problem LinkNotFound(string id) =>
        new(
            404,
            "link-not-found",
            new("ไม่พบลิงก์", "Link not found"),
            new($"ไม่มีลิงก์ {id} ในโครงการนี้", $"There is no link '{id}' in this campaign.")
        );

    public static Problem LinkInvalid(string path, Text why) =>
        new(400, "link-invalid", new("ข้อมูลลิงก์ไม่ถูกต้อง", "The link cannot be made"), why, [new(path, "invalid", why)]);
}
