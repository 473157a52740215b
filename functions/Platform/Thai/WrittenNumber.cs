using System.Text.RegularExpressions;

namespace CddFunctions.Platform.Thai;

/// <summary>What a number counts, as the word behind it says.</summary>
public enum NumberUnit
{
    Baht,
    People,
    Households,

    /// <summary>Times, places, groups: whatever has no limits of its own.</summary>
    Other,
}

/// <summary>
/// A number with what people write around it: <c>1,200 คน</c>, <c>๕,๐๐๐ บาทถ้วน</c>, <c>฿5,000</c>, <c>5000.-</c>, <c>1 200</c>.
/// </summary>
/// <param name="Unit">Null when nothing is written beside the number.</param>
public readonly record struct WrittenNumber(decimal Value, NumberUnit? Unit)
{
    private const int MostDigits = 28;

    private static readonly Regex Shape = new(
        @"\A(?<sign>฿|thb)? ?(?<number>-? ?[0-9][0-9,. ]*?)(?<dash>[.,]-)? ?(?<unit>[\p{L}฿%][\p{L}\p{M}. ]*)?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly Regex Spaced = new(
        @"\A-? ?[1-9][0-9]{0,2}( [0-9]{3})+(\.[0-9]+)?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    private static readonly Regex Dotted = new(
        @"\A-? ?[1-9][0-9]{0,2}(\.[0-9]{3})+\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <returns>
    /// Null for anything else, and for what could mean two numbers: <c>1.200</c> (see <see cref="IsUnclear"/>), <c>1,20</c>. A number
    /// beyond 28 digits is given as the largest there is: no limit lets it pass.
    /// </returns>
    public static WrittenNumber? Parse(string? text)
    {
        if (ThaiInput.Clean(text) is not { } clean || Shape.Match(clean) is not { Success: true } match)
            return null;

        var number = match.Groups["number"].Value.Trim();
        if (Dotted.IsMatch(number) || Size(number) is not { } value || !TryUnit(match, out var unit))
            return null;

        return new WrittenNumber(value, unit);
    }

    /// <summary>True for <c>1.200</c>, which is 1,200 in some countries and 1.2 in others.</summary>
    public static bool IsUnclear(string? text) =>
        ThaiInput.Clean(text) is { } clean
        && Shape.Match(clean) is { Success: true } match
        && Dotted.IsMatch(match.Groups["number"].Value.Trim());

    private static decimal? Size(string number)
    {
        var written =
            Spaced.IsMatch(number) || number.StartsWith("- ", StringComparison.Ordinal)
                ? number.Replace(" ", "", StringComparison.Ordinal)
                : number;
        if (ThaiNumber.TryParse(written, out var value))
            return value;

        var whole = written.Split('.')[0].Replace(",", "", StringComparison.Ordinal).TrimStart('-', '0');
        return whole.Length > MostDigits && whole.All(char.IsAsciiDigit) ? decimal.MaxValue : null;
    }

    /// <summary>False when the word is unknown, or contradicts the mark of money.</summary>
    private static bool TryUnit(Match match, out NumberUnit? unit)
    {
        var isMoney = match.Groups["sign"].Success || match.Groups["dash"].Success;
        unit = isMoney ? NumberUnit.Baht : null;
        if (match.Groups["unit"].Value.Trim(' ', '.') is not { Length: > 0 } word)
            return true;
        if (UnitOf(word) is not { } named)
            return false;

        unit = named;
        return !isMoney || named is NumberUnit.Baht;
    }

    private static NumberUnit? UnitOf(string word) =>
        word.ToLowerInvariant() switch
        {
            "บาท" or "บาทถ้วน" or "บาท ถ้วน" or "ถ้วน" or "baht" or "thb" or "฿" => NumberUnit.Baht,
            "คน" or "ราย" or "ท่าน" or "รูป" or "people" or "persons" or "person" => NumberUnit.People,
            "ครัวเรือน" or "หลังคาเรือน" or "ครอบครัว" or "หลัง" or "households" or "household" => NumberUnit.Households,
            "ครั้ง" or "แห่ง" or "แปลง" or "กลุ่ม" or "โครงการ" or "กิจกรรม" or "หมู่บ้าน" or "ตำบล" or "อำเภอ" => NumberUnit.Other,
            "รายการ" or "อย่าง" or "ชิ้น" or "อัน" or "เล่ม" or "ฉบับ" or "ชุด" or "หน้า" or "ชนิด" or "อาชีพ" => NumberUnit.Other,
            "วัน" or "เดือน" or "ปี" or "ชั่วโมง" or "ไร่" or "กิโลกรัม" or "กก" or "ตัว" or "ต้น" or "%" => NumberUnit.Other,
            _ => null,
        };
}
