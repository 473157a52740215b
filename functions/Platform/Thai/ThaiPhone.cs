using System.Text.RegularExpressions;

namespace CddFunctions.Platform.Thai;

/// <summary>Thai telephone numbers (closed dialling plan, docs/rules.md 4). Stored as <c>+66</c> and 8 or 9 digits.</summary>
public static class ThaiPhone
{
    private const string CountryCode = "+66";

    private static readonly Regex Shape = new(
        @"\A((โทรศัพท์|โทร|เบอร์|มือถือ|tel|phone|mobile)[.:]*)*(?<number>\+?[0-9.-]+)((ต่อ|ext\.?|#)[0-9]{1,6})?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>What people write between two numbers.</summary>
    private static readonly Regex Between = new(@"[,;/ ]+|หรือ|และ", RegexOptions.NonBacktracking);

    private static readonly Regex National = new(
        @"\A([2-57][0-9]{7}|[689][0-9]{8})\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <summary>
    /// Fixed lines 02 to 05 and 07 with 8 digits after the 0, mobiles 06, 08, 09 with 9; spaces, dashes, dots and parentheses
    /// between; +66, 0066 or 66 before, with or without (0); "โทร." in front. An extension ("ต่อ 12") is read over and not kept.
    /// Nine digits from 6, 8 or 9 are a mobile whose 0 a spreadsheet ate; a fixed line without its 0 is refused.
    /// </summary>
    /// <returns>"+66…", or null for anything else: foreign and short numbers, several numbers, other text.</returns>
    public static string? Parse(string? text)
    {
        if (
            ThaiInput.Clean(text) is not { } clean
            || Shape.Match(string.Concat(clean.Where(c => c is not (' ' or '(' or ')')))) is not { Success: true } match
        )
            return null;

        var printed = match.Groups["number"].Value;
        var digits = string.Concat(printed.Where(char.IsAsciiDigit));
        var significant = Significant(digits, isInternational: printed[0] == '+');
        return significant is not null && National.IsMatch(significant) ? CountryCode + significant : null;
    }

    /// <summary>What is wrong with a number that <see cref="Parse"/> refuses, and what to type instead.</summary>
    public static Text WhyNot(string? text)
    {
        var clean = ThaiInput.Clean(text) ?? "";
        var digits = clean.Count(char.IsAsciiDigit);
        if (Between.Split(clean).Count(part => Parse(part) is not null) > 1)
            return new("มีหลายหมายเลขในช่องเดียว ให้พิมพ์หมายเลขเดียว", "There are several numbers in it. Type one.");
        if (Parse("0" + clean) is not null)
            return new(
                "หมายเลขโทรศัพท์ไม่ถูกต้อง ขาดเลข 0 ข้างหน้า ให้พิมพ์ให้ครบ เช่น 038-000-000",
                "The 0 in front is missing. Type the whole number, like 038-000-000."
            );

        const string Like = "หมายเลขโทรศัพท์ไม่ถูกต้อง ให้พิมพ์เช่น 080-000-0000 (๑๐ หลัก) หรือ 038-000-000 (๙ หลัก)";
        const string English = "That is not a Thai telephone number. Type it like 080-000-0000 (10 digits) or 038-000-000 (9 digits)";
        return digits == 0
            ? new(Like, $"{English}.")
            : new($"{Like} ที่พิมพ์มามี {ThaiDigits.ToThai(digits)} หลัก", $"{English}; it has {digits}.");
    }

    /// <summary>"+66800000000" → "080-000-0000", "+6620000000" → "02-000-0000", "+6638000000" → "038-000-000". Other text is
    /// returned as it is.</summary>
    public static string Format(string stored)
    {
        var number = Dialled(stored);
        if (number.Length == stored.Length)
            return stored;

        var area = number[1] == '2' ? 2 : 3;
        return $"{number[..area]}-{number[area..(area + 3)]}-{number[(area + 3)..]}";
    }

    /// <summary>"+66800000000" → "0800000000". Other text is returned as it is.</summary>
    public static string Dialled(string stored) =>
        stored.StartsWith(CountryCode, StringComparison.Ordinal) && National.IsMatch(stored[CountryCode.Length..])
            ? "0" + stored[CountryCode.Length..]
            : stored;

    /// <summary>The digits after country code and leading zero; null when neither is there.</summary>
    private static string? Significant(string digits, bool isInternational) =>
        digits switch
        {
            ['6', '6', .. var rest] when isInternational => WithoutZero(rest),
            _ when isInternational => null,
            ['0', '0', '6', '6', .. var rest] => WithoutZero(rest),
            ['0', .. var rest] => rest,
            ['6', '6', .. var rest] when digits.Length > 9 => WithoutZero(rest),
            ['6' or '8' or '9', ..] => digits,
            _ => null,
        };

    private static string WithoutZero(string digits) => digits is ['0', .. var rest] ? rest : digits;
}
