using System.Globalization;
using System.Text.RegularExpressions;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>
/// Pure: a village as people write it. The register lists none, and the letter asks for people of a whole tambon (form 1.1), so that
/// inside a tambon every number is taken and, where no chosen village has the name, the name itself.
/// </summary>
internal static partial class VillageReader
{
    private const int MostLetters = 100;
    private const int TambonLength = 6;

    /// <summary>หมู่ ๑, หมู่ที่ 1, ม.1, บ้านทุ่ง หมู่ 1, or only 1 → the code of that village in the unit's tambon.</summary>
    /// <returns>Null when there is no number, no tambon to count in, or the name beside the number belongs to another village.</returns>
    public static string? CodeOf(string given, FieldContext context)
    {
        if (context.Unit.Code.Length != TambonLength || Number().Match(Ascii(given)) is not { Success: true } match)
            return null;

        var code =
            context.Unit.Code
            + int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture).ToString("00", CultureInfo.InvariantCulture);
        var name = Ascii(given).Remove(match.Index, match.Length).Trim();
        return name.Length == 0 || Find(name, context) is not { } other || string.Equals(other.Code, code, StringComparison.Ordinal)
            ? code
            : null;
    }

    /// <summary>A chosen village by its name, with or without บ้าน before it.</summary>
    public static Unit? Find(string name, FieldContext context) =>
        UnitNames.Find(context.At(Areas.Village), name)
        ?? UnitNames.Find(context.At(Areas.Village), $"บ้าน{name}")
        ?? (name.StartsWith("บ้าน", StringComparison.Ordinal) ? UnitNames.Find(context.At(Areas.Village), name["บ้าน".Length..]) : null);

    /// <summary>Can it be the name of a village that nobody chose? Not when it has a number in it, or the name of several.</summary>
    public static bool IsName(string given, FieldContext context) =>
        context.Unit.Code.Length == TambonLength
        && given.Length <= MostLetters
        && given.Count(char.IsLetter) > 1
        && !NationalId.Contains(given)
        && !NumberLike().IsMatch(Ascii(given))
        && !context.At(Areas.Village).Any(u => string.Equals(ThaiText.Key(u.Th), ThaiText.Key(given), StringComparison.Ordinal));

    public static Text How(FieldContext context) =>
        context.Unit.Code.Length == TambonLength
            ? new(
                $"ให้พิมพ์ชื่อหมู่บ้าน เลขหมู่ เช่น หมู่ ๑ หรือรหัส ๘ หลัก เช่น {context.Unit.Code}01",
                $"Type the village's name, its number (หมู่ 1), or its code of 8 digits, like {context.Unit.Code}01."
            )
            : new("ให้พิมพ์ชื่อหมู่บ้านหรือรหัส ๘ หลัก", "Type the village's name or its code of 8 digits.");

    private static string Ascii(string text) => ThaiDigits.ToAscii(ThaiText.Normalise(text));

    [GeneratedRegex(
        @"(?<![\p{L}\p{M}])(หมู่บ้านที่|หมู่ที่|หมู่|ม\.?|\A)\s*0?(?<n>[1-9][0-9]?)(?![0-9])(?=\s|\z|บ)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Number();

    /// <summary>Meant as a number, whether or not there is such a village.</summary>
    [GeneratedRegex(@"(หมู่ที่|หมู่|ม\.|\A)\s*[0-9]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberLike();
}
