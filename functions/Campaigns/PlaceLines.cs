using System.Text.RegularExpressions;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns;

/// <summary>
/// Pure: places as people type them, one a line: a code and a name (<c>56010101 บ้านสมมติ</c>), or inside a tambon the number of the
/// village before or after its name (<c>๑ บ้านสมมติ</c>, <c>หมู่ 1 บ้านสมมติ</c>, <c>บ้านสมมติ หมู่ที่ ๑</c>), which ends the code.
/// </summary>
public static partial class PlaceLines
{
    /// <param name="inside">The tambon in whose box the lines stand; null where only codes are taken.</param>
    public static (IReadOnlyList<ChooseUnits.UnitChoice> Choices, IReadOnlyList<FieldError> Errors) Read(string text, Unit? inside)
    {
        var choices = new List<ChooseUnits.UnitChoice>();
        var errors = new List<FieldError>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadLine(line, inside) is { } choice)
                choices.Add(choice);
            else
                errors.Add(new("places", "place-refused", Unread(line, inside)));
        }

        return (choices, errors);
    }

    /// <summary>The line that reads back as this unit.</summary>
    public static string Of(Unit unit, Unit? inside) =>
        inside is not null && Numbered(unit.Th, inside) is { } same && string.Equals(same.Code, unit.Code, StringComparison.Ordinal)
            ? unit.Th
            : $"{unit.Code} {unit.Th}".TrimEnd();

    private static ChooseUnits.UnitChoice? ReadLine(string line, Unit? inside) =>
        Coded().Match(line) is { Success: true } coded
            ? new(ThaiDigits.ToAscii(coded.Groups["code"].Value), coded.Groups["name"].Value is { Length: > 0 } name ? name : null)
        : inside is not null ? Numbered(line, inside)
        : null;

    private static ChooseUnits.UnitChoice? Numbered(string line, Unit inside)
    {
        var match = NumberFirst().Match(line);
        if (!match.Success)
            match = NumberLast().Match(line);
        if (!match.Success || !ThaiNumber(match.Groups["number"].Value, out var number))
            return null;

        return new($"{inside.Code}{number:D2}", $"{match.Groups["name"].Value.Trim()} หมู่ {ThaiDigits.ToThai(number)}");
    }

    private static bool ThaiNumber(string digits, out int number) => int.TryParse(ThaiDigits.ToAscii(digits), out number) && number > 0;

    private static Text Unread(string line, Unit? inside) =>
        inside is null
            ? new($"บรรทัด “{line}” ไม่ขึ้นต้นด้วยรหัสพื้นที่", $"The line '{line}' does not begin with a code.")
            : new(
                $"บรรทัด “{line}” ใน{inside.Th} ไม่มีเลขหมู่หรือชื่อ เขียนเป็น ๑ บ้านสมมติ หรือ บ้านสมมติ หมู่ ๑",
                $"The line '{line}' in {inside.En} lacks the number or the name of the village: write '1 Ban Sommut'."
            );

    [GeneratedRegex(@"\A(?<code>[0-9๐-๙]{4,8})(\s+(?<name>.+))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Coded();

    [GeneratedRegex(
        @"\A((หมู่ที่|หมู่|ม\.)\s*)?(?<number>[0-9๐-๙]{1,2})[.):]?\s+(?<name>.+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NumberFirst();

    [GeneratedRegex(
        @"\A(?<name>.+?)\s*(หมู่ที่|หมู่|ม\.)\s*(?<number>[0-9๐-๙]{1,2})\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NumberLast();
}
