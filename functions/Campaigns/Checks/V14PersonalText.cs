using System.Text.RegularExpressions;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V14: a definition is public, so it names posts, never people: no e-mail, phone number, LINE id, national id or
/// titled name anywhere in its texts.
/// </summary>
internal static partial class V14PersonalText
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        from node in definition.Nodes
        let text = node.Value as string ?? (node.Value as Citation)?.Note
        where text is not null && !node.Path.Text.StartsWith("units/", StringComparison.Ordinal)
        let found = Find(text)
        where found is not null
        select Fault.Error("V14", node.Path.Text, $"มี{found.Th}ในข้อความ", $"the text holds {found.En}");

    private static Platform.Text? Find(string text)
    {
        var digits = string.Concat(text.Select(c => c is >= '๐' and <= '๙' ? (char)(c - '๐' + '0') : c));
        return NationalId.Contains(digits) ? new("เลขประจำตัวประชาชน", "a national id")
            : Mail().IsMatch(digits) ? new("อีเมล", "an e-mail address")
            : Phone().IsMatch(digits) ? new("หมายเลขโทรศัพท์", "a phone number")
            : LineId().IsMatch(digits) ? new("ไลน์ไอดี", "a LINE id")
            : ThaiName().IsMatch(text) || EnglishName().IsMatch(text) ? new("ชื่อบุคคล", "a person's name")
            : null;
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mail();

    // 0 and eight or nine more digits, however spaced; codes and document numbers are shorter or longer.
    [GeneratedRegex(
        @"(?<![\d/.])(0|\+66)[ -]?[2-9]([ -]?\d){7,8}(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Phone();

    [GeneratedRegex(
        @"(line|ไลน์)\s*(id|ไอดี)?\s*[:=]\s*@?[\w.-]+|(line|ไลน์)\s*(id|ไอดี)\s+@?[a-z0-9]|(line|ไลน์)\s*@\w",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LineId();

    // A title and a name. Offices that begin with นาย (นายอำเภอ, นายก…) are left out, and a title stands at the start of a word,
    // because นาง inside a word (บางนาง…) is none.
    [GeneratedRegex(
        @"(นางสาว|น\.ส\.|นาย(?!อำเภอ|ก(รัฐ|เทศ|อบ|องค์|สมาคม|เหล่า|ฯ|สภา|เมือง|\s|$)|ทะเบียน|ช่าง|จ้าง|แพทย์|ทหาร|ตำรวจ|ท่า|สถานี|ตรวจ|หน้า|ประกัน)|(?<![ก-๙])นาง(?!สาว|พยาบาล|งาม|แบบ)) ?(?!นาง|นาย|น\.ส\.|หรือ|และ|ยศ|อื่น|ฯ)[ก-ฮเ-ไ][ก-๙]+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ThaiName();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss)\.? [A-Z][a-z]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishName();
}
