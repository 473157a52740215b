using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots;

/// <summary>What is said when something stored of a ballot is not what this application wrote.</summary>
public static class GuardProblems
{
    public static Problem EnvelopeAltered() =>
        new(
            409,
            "envelope-altered",
            new("ซองของท่านถูกแก้ไขนอกระบบ", "Your envelope was altered"),
            new(
                "มีซองในที่ของท่านซึ่งระบบไม่ได้สร้าง ซองนั้นไม่ใช่คะแนนและจะไม่ถูกนับ คะแนนครั้งนี้ยังไม่ถูกเก็บ แจ้งผู้ดูแลโครงการทันที",
                "There is an envelope in your place that this application did not make. It is no vote and will not be counted. This vote was not stored. Tell the administrator at once."
            )
        );

    /// <summary>What is stored of the ballot is not what this application wrote.</summary>
    public static Problem Altered() =>
        new(
            409,
            "ballot-altered",
            new("ข้อมูลการลงคะแนนถูกแก้ไขนอกระบบ", "The ballot was altered outside the application"),
            new(
                "ข้อมูลการลงคะแนนหรือบัญชีผู้มีสิทธิไม่ตรงกับที่ระบบเขียนไว้ล่าสุด จึงไม่ใช้ข้อมูลนี้และยังไม่มีสิ่งใดถูกบันทึก เก็บไฟล์ไว้เป็นหลักฐาน แล้วกู้จากสำเนาสำรองก่อนถูกแก้ไข",
                "What is stored of this ballot or its roll is not what the application wrote last. It is not used, and nothing was saved. Keep the files as evidence and restore a backup of the time before."
            )
        );

    public static Problem Unguarded() =>
        new(
            409,
            "ballot-unguarded",
            new("การลงคะแนนนี้มาจากรุ่นก่อน", "This ballot is of an older version"),
            new(
                "ข้อมูลการลงคะแนนนี้ไม่มีตราป้องกัน หากปิดบัญชีไว้ก่อนปรับรุ่นโปรแกรม ให้ผู้ถือกุญแจผู้ดูแลระบบรับช่วงต่อ (adopt) หนึ่งครั้ง หากไม่ใช่ แปลว่าถูกแก้ไขนอกระบบ",
                "What is stored of this ballot is not guarded. If it was frozen before the application was updated, the holder of the administrator's key takes it over once (POST …/adopt). If not, somebody altered it outside the application."
            )
        );

    public static Problem NotTheInstallation() =>
        IdentityProblems.NotYours() with
        {
            Detail = new(
                "ผู้ติดตั้งระบบเท่านั้นที่รับช่วงต่อได้ โดยเปิดหน้านี้ด้วยลิงก์ที่เครื่องแสดงตอนเริ่มทำงานหรือกุญแจผู้ดูแลระบบ",
                "Only whoever set up the system takes it over: with the link that the start prints, or with the administrator's key."
            ),
        };

    public static Problem NothingToAdopt() =>
        new(
            409,
            "nothing-to-adopt",
            new("ไม่มีสิ่งที่ต้องรับช่วง", "There is nothing to take over"),
            new("การลงคะแนนนี้มีตราป้องกันแล้ว หรือยังไม่ปิดบัญชี", "This ballot is guarded already, or its roll is not frozen.")
        );
}
