using System.Globalization;
using System.Text.RegularExpressions;

namespace CddFunctions.Platform.Thai;

/// <summary>The number of an official letter (ที่ รย ๐๐๑๙.๒/ว ๘๗๓), order or project (๒๒๘/๒๕๖๔).</summary>
/// <param name="Prefix">Letters of the province or ministry: รย, มท.</param>
/// <param name="Unit">Code of the office: 0019, 0406.7.</param>
/// <param name="Circular">ว: sent to many (หนังสือเวียน).</param>
/// <param name="No">Running number, ASCII digits as printed.</param>
/// <param name="YearBE">Of orders and projects: numbering starts again each year.</param>
public sealed record DocumentNumber(string? Prefix, string? Unit, bool Circular, string No, int? YearBE = null)
{
    private static readonly Regex Shape = new(
        @"\A(ด่วนที่สุด |ด่วนมาก |ด่วน )?((หนังสือ|คำสั่ง|ประกาศ|โครงการ)[ก-๎ ]*)?(ที่|เลขที่)? ?"
            + @"(((?<prefix>[ก-ฮ]{2,4}) ?(?<unit>[0-9]{2,5}(\.[0-9]{1,3})*) ?/ ?(?<circular>ว)? ?(?<no>[0-9]{1,6}))"
            + @"|((?<circular>ว)? ?(?<no>[0-9]{1,6}) ?/ ?(?<year>[0-9]{4}))"
            + @"|((?<circular>ว) ?(?<no>[0-9]{1,6})))\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <summary>
    /// Thai or ASCII digits, with or without "ที่", "คำสั่งที่", urgency and spaces; also a circular by its number alone (ว ๘๐).
    /// </summary>
    /// <returns>Null when the running number is missing or zero, the year is not a four-digit BE year, or other text is around
    /// it.</returns>
    public static DocumentNumber? Parse(string? text)
    {
        if (ThaiInput.Clean(text) is not { } clean || Shape.Match(clean) is not { Success: true } match)
            return null;

        var number = match.Groups["no"].Value;
        var yearDigits = Group(match, "year");
        var year = yearDigits is null ? null : BuddhistEra.Year(yearDigits);
        return number.All(c => c == '0') || (yearDigits is not null && year is null)
            ? null
            : new(Group(match, "prefix"), Group(match, "unit"), match.Groups["circular"].Success, number, year);
    }

    /// <summary>Without "ที่": "รย ๐๐๑๙.๒/ว ๘๗๓", "๒๒๘/๒๕๖๔".</summary>
    public string Format(bool thaiDigits = true)
    {
        var office = Prefix is null ? "" : $"{Prefix} {Unit}/";
        var circular = Circular ? "ว " : "";
        var year = YearBE is { } be ? "/" + be.ToString(CultureInfo.InvariantCulture) : "";
        return ThaiDate.Digits($"{office}{circular}{No}{year}", thaiDigits);
    }

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
}
