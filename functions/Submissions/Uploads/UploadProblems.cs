using CddFunctions.Platform;

namespace CddFunctions.Submissions.Uploads;

public static class UploadProblems
{
    public static Problem NotFound(string id) =>
        new(
            404,
            "upload-not-found",
            new("ไม่พบไฟล์ที่อัปโหลด", "Upload not found"),
            new(
                $"ไม่มีการอัปโหลดรหัส {id} หรือถูกลบเพราะไม่ได้ใช้ภายใน ๒๔ ชั่วโมง",
                $"There is no upload '{id}', or it was removed unused after 24 hours."
            )
        );

    public static Problem NotHandedIn(string id) =>
        new(
            404,
            "file-not-handed-in",
            new("ไม่พบไฟล์ในงานที่ส่ง", "No such file in the hand-in"),
            new($"งานของหน่วยงานนี้ไม่มีไฟล์รหัส {id}", $"This unit's hand-in holds no file '{id}'.")
        );

    public static Problem TicketInvalid() =>
        new(
            403,
            "ticket-invalid",
            new("ที่อยู่อัปโหลดใช้ไม่ได้", "The upload address is not valid"),
            new(
                "ที่อยู่อัปโหลดไม่ถูกต้องหรือหมดอายุ ขอใหม่แล้วส่งอีกครั้ง",
                "The upload address is wrong or has expired. Ask for a new one and send again."
            )
        );

    public static Problem NotArrived() =>
        new(
            409,
            "upload-not-arrived",
            new("ยังไม่ได้รับไฟล์", "The file has not arrived"),
            new("ยังไม่มีไฟล์ที่ที่อยู่อัปโหลด ให้ส่งไฟล์ให้ครบก่อน", "There is no file at the upload address yet. Send its bytes first.")
        );

    public static Problem AlreadyUsed() =>
        new(
            409,
            "upload-already-used",
            new("ไฟล์นี้ส่งไปแล้ว", "The upload was used"),
            new(
                "ไฟล์นี้อยู่ในงานที่ส่งแล้ว แก้ไขไม่ได้ ให้อัปโหลดใหม่",
                "This upload is part of a hand-in and cannot change. Make a new one."
            )
        );

    public static Problem Arriving() =>
        new(
            409,
            "upload-arriving",
            new("กำลังรับไฟล์นี้อยู่", "The file is arriving"),
            new(
                "มีการส่งไฟล์นี้ที่ที่อยู่เดียวกันอยู่แล้ว รอให้เสร็จหรือรอสักครู่แล้วส่งใหม่",
                "The file is being sent to this address already. Wait until that is done, or a little, and send it again."
            )
        );

    /// <param name="wait">Until midnight in Bangkok.</param>
    public static Problem EnoughToday(int megabytes, TimeSpan wait) =>
        new(
            429,
            "uploads-enough-today",
            new("วันนี้ส่งไฟล์ครบจำนวนแล้ว", "Enough files for today"),
            new(
                $"ลิงก์นี้ส่งไฟล์ได้วันละ {megabytes:#,0} เมกะไบต์ ไฟล์นี้ยังไม่ได้รับ กรุณาส่งใหม่พรุ่งนี้ หรือขอให้ผู้ดูแลโครงการส่งให้",
                $"This link may send {megabytes:#,0} MB of files a day. This one was not taken; send it tomorrow, or ask the programme's administrator."
            ),
            RetryAfter: wait
        );

    public static Problem TooMuchWaits(int megabytes, int files) =>
        new(
            429,
            "uploads-unclaimed",
            new("มีไฟล์ที่ยังไม่ได้ส่งงานมากเกินไป", "Too many files wait for their hand-in"),
            new(
                $"ลิงก์นี้มีไฟล์ที่อัปโหลดแล้วแต่ยังไม่ได้ส่งงานเกิน {megabytes:#,0} เมกะไบต์หรือ {files} ไฟล์ กรุณาส่งงานก่อน ไฟล์ที่ไม่ได้ใช้จะถูกลบภายใน ๒๔ ชั่วโมง",
                $"This link has more than {megabytes:#,0} MB or {files} files that no hand-in uses. Hand in first; unused files are removed after 24 hours."
            ),
            RetryAfter: TimeSpan.FromHours(1)
        );

    public static Problem FileLost(string name) =>
        new(
            410,
            "file-lost",
            new("ไฟล์หายไปจากที่เก็บ", "The file is lost"),
            new(
                $"ระบบรับไฟล์ {name} ไว้แล้ว แต่ไฟล์ไม่อยู่ในที่เก็บ ให้หน่วยงานส่งไฟล์นี้ใหม่ หรือให้ผู้ดูแลระบบกู้จากสำเนาสำรอง",
                $"The file {name} was handed in, but is no longer in the store. Let the unit hand it in again, or the operator restore it from a backup."
            )
        );

    public static Problem TooLarge(long limit) =>
        new(
            413,
            "file-too-large",
            new("ไฟล์ใหญ่เกินกำหนด", "The file is too large"),
            new($"รับไฟล์ได้ไม่เกิน {limit / 1_048_576:#,0} เมกะไบต์", $"Files of at most {limit / 1_048_576:#,0} MB are taken here.")
        );

    public static Problem WrongLength(long said, long got) =>
        new(
            400,
            "wrong-length",
            new("ขนาดไฟล์ไม่ตรงกับที่แจ้ง", "The file is not as long as announced"),
            new(
                $"แจ้งไว้ {said:#,0} ไบต์ ได้รับ {got:#,0} ไบต์ ส่งซ้ำที่ที่อยู่เดิมได้",
                $"{said:#,0} bytes were announced, {got:#,0} came. Send it again to the same address."
            )
        );

    public static Problem FormTooLarge(int megabytes) =>
        new(
            413,
            "form-too-large",
            new("ไฟล์รวมกันใหญ่เกินกำหนด", "The files are too large together"),
            new(
                $"ส่งไฟล์พร้อมแบบฟอร์มได้รวมไม่เกิน {megabytes} เมกะไบต์ หากไฟล์ใหญ่กว่านี้ กรุณาใช้เบราว์เซอร์ที่เปิดการทำงานของสคริปต์",
                $"At most {megabytes} MB of files can come together with a form. For larger files use a browser that runs scripts."
            )
        );

    public static Problem TicketRefused(string path, Text why) =>
        new(400, "upload-malformed", new("ขออัปโหลดไม่ถูกต้อง", "The upload cannot be announced"), why, [new(path, "invalid", why)]);

    public static Problem FileRefused(IReadOnlyList<FieldError> errors) =>
        new(422, "file-refused", new("รับไฟล์นี้ไม่ได้", "The file is not taken"), errors[0].Message, errors);
}
