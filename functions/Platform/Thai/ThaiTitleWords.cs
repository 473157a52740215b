using System.Collections.Immutable;

namespace CddFunctions.Platform.Thai;

/// <summary>
/// Titles of persons (คำนำหน้านาม): civil, ranks of army, navy, air force, police and volunteers, academic, royal, religious.
/// </summary>
internal static class ThaiTitleWords
{
    /// <summary>
    /// Abbreviations of places and offices, and "อ." (district or teacher): a text that begins so is not a person's name.
    /// </summary>
    public static readonly ImmutableHashSet<string> NotOfPersons = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ก.",
        "ข.",
        "จ.",
        "ช.",
        "ซ.",
        "ต.",
        "ถ.",
        "ท.",
        "น.",
        "บ.",
        "ป.",
        "พ.",
        "ม.",
        "ร.",
        "ว.",
        "ส.",
        "ห.",
        "อ.",
        "ฯ.",
        "รร.",
        "สนง.",
        "สพจ.",
        "สพอ.",
        "พช.",
        "กทม.",
        "อบจ.",
        "อบต.",
        "ทต.",
        "ทน.",
        "ทม.",
        "บจก.",
        "หจก.",
        "บมจ."
    );

    /// <summary>Short spelling → usual title.</summary>
    public static readonly ImmutableArray<(string Spelling, string Title)> Spellings =
    [
        ("น.ส.", "นางสาว"),
        ("นส.", "นางสาว"),
        ("น.ส ", "นางสาว"),
        ("ด.ช.", "เด็กชาย"),
        ("ด.ญ.", "เด็กหญิง"),
        ("ดร ", "ดร."),
    ];

    /// <summary>
    /// พระ, หม่อม and คุณ also begin given names (พระพร), so they are titles only when a space follows; without it they stay in the name.
    /// </summary>
    public static readonly ImmutableArray<string> EachApart = ["พระ ", "หม่อม ", "คุณ "];

    public static readonly ImmutableArray<string> Words = LongestFirst([
        "นาย",
        "นาง",
        "นางสาว",
        "เด็กชาย",
        "เด็กหญิง",
        "นายแพทย์",
        "แพทย์หญิง",
        "ทันตแพทย์",
        "ทันตแพทย์หญิง",
        "เภสัชกร",
        "เภสัชกรหญิง",
        "ศาสตราจารย์",
        "รองศาสตราจารย์",
        "ผู้ช่วยศาสตราจารย์",
        "ศาสตราจารย์เกียรติคุณ",
        "ดอกเตอร์",
        "อาจารย์",
        "พระครู",
        "พระมหา",
        "พระปลัด",
        "พระสมุห์",
        "พระใบฎีกา",
        "พระอธิการ",
        "พระอาจารย์",
        "สามเณร",
        "แม่ชี",
        "หม่อมหลวง",
        "หม่อมราชวงศ์",
        "คุณหญิง",
        "ท่านผู้หญิง",
    ]);

    public static readonly ImmutableArray<string> Ranks = LongestFirst([
        .. Graded(
            "ร้อย",
            "พัน",
            "พล",
            "ร้อยตำรวจ",
            "พันตำรวจ",
            "พลตำรวจ",
            "จ่าสิบ",
            "สิบ",
            "สิบตำรวจ",
            "เรือ",
            "นาวา",
            "พลเรือ",
            "เรืออากาศ",
            "นาวาอากาศ",
            "พลอากาศ",
            "พันจ่า",
            "พันจ่าอากาศ",
            "จ่า",
            "จ่าอากาศ",
            "นายกอง",
            "นายหมวด",
            "นายหมู่"
        ),
        "จ่าสิบตำรวจ",
        "ดาบตำรวจ",
        "พลทหาร",
        "พลตำรวจ",
        "นายกองใหญ่",
        "นายหมู่ใหญ่",
    ]);

    private static IEnumerable<string> Graded(params string[] ranks) => ranks.SelectMany(r => new[] { r + "ตรี", r + "โท", r + "เอก" });

    private static ImmutableArray<string> LongestFirst(IEnumerable<string> titles) => [.. titles.OrderByDescending(t => t.Length)];
}
