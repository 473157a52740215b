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
                "รูปแบบของข้อมูลที่ส่งมาไม่ถูกต้อง (JSON เสียหรือไม่ใช่ UTF-8 มีช่องที่ไม่รู้จัก หรือขาดช่องที่ต้องมี)",
                "The body is not what this address takes: JSON that is broken or not UTF-8, an unknown member or a missing one."
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

    /// <param name="charset">As the sender named it; null when it named none or UTF-8.</param>
    public static Problem NotUtf8(string? charset = null) =>
        new(
            415,
            "wrong-charset",
            new("ข้อความไม่ใช่ UTF-8", "The text is not UTF-8"),
            new(
                $"ข้อความที่ส่งมาเป็นรหัสอักขระ{(charset is null ? "อื่น" : $" {charset}")} ระบบรับเฉพาะ UTF-8 ยังไม่ได้บันทึก กรุณาตั้งให้ส่งเป็น UTF-8 แล้วส่งใหม่",
                $"The text came in {charset ?? "another charset"}; only UTF-8 is taken. Nothing was saved. Set UTF-8 and send it again."
            )
        );

    public static Problem QueryUnknown(string name, IReadOnlyList<string> known) =>
        Query(
            name,
            new(
                $"ไม่รู้จักตัวกรอง {name} ที่อยู่นี้ใช้ได้: {Named(known, "ไม่มีตัวกรอง")}",
                $"The filter '{name}' is not known here. Known: {Named(known, "none")}."
            )
        );

    /// <param name="wanted">What the value has to be.</param>
    public static Problem QueryInvalid(string name, Text wanted) =>
        Query(name, new($"ตัวกรอง {name} {wanted.Th}", $"The filter '{name}' takes {wanted.En}."));

    public static Problem QueryNotOneOf(string name, IEnumerable<string> known) =>
        QueryInvalid(name, new($"ต้องเป็นค่าใดค่าหนึ่ง: {string.Join(", ", known)}", $"one of: {string.Join(", ", known)}"));

    public static Problem AfterInvalid() => QueryInvalid("after", new("ต้องเป็นค่า next ของหน้าก่อน", "the 'next' of the page before"));

    private static Problem Query(string name, Text why) =>
        new(400, "query-invalid", new("ตัวกรองไม่ถูกต้อง", "The query is not understood"), why, [new(name, "query-invalid", why)]);

    private static string Named(IReadOnlyList<string> known, string none) => known.Count == 0 ? none : string.Join(", ", known);

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
