namespace CddFunctions.Platform;

/// <summary>Refusals that any endpoint can give.</summary>
public static class CommonProblems
{
    /// <param name="at">Where reading stopped, as a JSON path (<c>$.fields</c>), when it is known.</param>
    public static Problem Malformed(string? at = null) =>
        new(
            400,
            "malformed-request",
            new("อ่านคำขอไม่ได้", "The request cannot be read"),
            new(
                "รูปแบบของข้อมูลที่ส่งมาไม่ถูกต้อง (JSON เสีย มีช่องที่ไม่รู้จัก หรือขาดช่องที่ต้องมี)",
                "The body is not what this address takes: broken JSON, an unknown member or a missing one."
            ),
            More: at is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["at"] = at }
        );

    public static Problem IfMatchMissing() =>
        new(
            400,
            "if-match-missing",
            new("ขาดรุ่นของข้อมูล", "If-Match needed"),
            new("ต้องมีหัวข้อ If-Match เป็น ETag ที่อ่านได้ล่าสุด", "Send the ETag that was read last as If-Match.")
        );

    public static Problem TooLarge() =>
        new(
            413,
            "too-large",
            new("ข้อมูลใหญ่เกินกำหนด", "Too large"),
            new("ข้อมูลที่ส่งมาใหญ่เกินที่ระบบรับ", "The body is larger than this address takes.")
        );

    public static Problem WrongContent() =>
        new(
            415,
            "wrong-content",
            new("ชนิดข้อมูลไม่ถูกต้อง", "Wrong content type"),
            new("ระบบไม่รับข้อมูลชนิดนี้ที่ที่อยู่นี้", "This address does not take that content type.")
        );

    public static Problem NotFound() =>
        new(404, "not-found", new("ไม่พบ", "Not found"), new("ไม่มีที่อยู่นี้ในระบบ", "There is nothing at this address."));

    public static Problem MethodNotAllowed() =>
        new(
            405,
            "method-not-allowed",
            new("ใช้วิธีนี้ไม่ได้", "Method not allowed"),
            new("ที่อยู่นี้ไม่รับคำสั่ง HTTP แบบนี้", "This address does not take that HTTP method.")
        );

    public static Problem TooFast(TimeSpan wait) =>
        new(
            429,
            "too-fast",
            new("ส่งถี่เกินไป", "Too fast"),
            new(
                "ลิงก์นี้ส่งมามากเกินไปในชั่วโมงนี้ ยังไม่ได้บันทึกรายการนี้ กรุณารอสักครู่แล้วส่งใหม่",
                "This link has sent too much within the hour. This one was not saved; wait a little and send it again."
            ),
            RetryAfter: wait
        );

    public static Problem StorageUnavailable() =>
        new(
            503,
            "storage-unavailable",
            new("ที่เก็บข้อมูลไม่พร้อม", "Storage unavailable"),
            new("ขณะนี้บันทึกข้อมูลไม่ได้ ยังไม่มีสิ่งใดถูกบันทึก กรุณาลองใหม่ภายหลัง", "Nothing was saved. Please try again shortly."),
            RetryAfter: TimeSpan.FromSeconds(5)
        );

    public static Problem Unexpected() =>
        new(
            500,
            "unexpected",
            new("ระบบขัดข้อง", "Something went wrong"),
            new("เกิดข้อผิดพลาดที่ไม่คาดไว้ ผู้ดูแลระบบได้รับรายงานแล้ว", "An unexpected error; it is in the operator's log.")
        );
}
