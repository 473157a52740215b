using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CddFunctions.Platform.Thai;

/// <summary>Splits the titles of <see cref="ThaiTitleWords"/> from a name, longest first.</summary>
internal static class ThaiTitles
{
    private const string Acting = "ว่าที่";
    private const string Female = "หญิง";

    /// <summary>พ.ต.อ., ผศ.ดร., ม.ร.ว.: groups of up to four consonants with dots, academic and royal ones also set apart.</summary>
    private static readonly Regex Abbreviation = new(
        @"\A([ก-ฮ]{1,4}\.)+( ?(ดร|ผศ|รศ|ศ|ม\.ล|ม\.ร\.ว)\.)*",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    private static readonly Regex English = new(
        @"\A(Mrs|Mr|Ms|Miss|Dr)(\. ?| )",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    );

    /// <summary>The title in its usual spelling and what follows it; a null title when the name has none.</summary>
    /// <returns>Null when the text begins with an abbreviation that is not of persons.</returns>
    public static (string? Title, string Name)? Split(string text)
    {
        if (TakeOne(text) is not { } first)
            return Abbreviation.Match(text) is { Success: true } ? null : (null, text);

        // ว่าที่ร้อยตรี ดร.สมมติ: a second title is only looked for in abbreviations that cannot be a name.
        return TakeAbbreviation(first.Name) is { } second && second.Title.Length > 2
            ? ($"{first.Title} {second.Title}", second.Name)
            : first;
    }

    /// <summary>A title that stands alone, in its usual spelling: น.ส. → นางสาว; as it is when it is not known.</summary>
    public static string Usual(string title) => Split($"{title} ก") is ({ } usual, "ก") ? usual : title;

    /// <summary>Is the whole word a title, with no person behind it?</summary>
    public static bool IsTitle(string word)
    {
        var rank = word.StartsWith(Acting, StringComparison.Ordinal) ? word[Acting.Length..] : word;
        return rank.Length == 0
            || ThaiTitleWords.Ranks.Contains(rank, StringComparer.Ordinal)
            || ThaiTitleWords.Words.Contains(word, StringComparer.Ordinal)
            || ThaiTitleWords.EachApart.Contains(word + " ", StringComparer.Ordinal);
    }

    private static (string Title, string Name)? TakeOne(string text) =>
        TakeRank(text)
        ?? TakeSpelling(text)
        ?? TakeAbbreviation(text)
        ?? TakeEnglish(text)
        ?? TakeWord(text, ThaiTitleWords.EachApart)
        ?? TakeWord(text, ThaiTitleWords.Words);

    /// <summary>Takes a rank with ว่าที่ before it or หญิง behind it: ว่าที่ร้อยตรีหญิง, ว่าที่ ร.ต., พ.ต.ท.หญิง.</summary>
    private static (string Title, string Name)? TakeRank(string text)
    {
        var isActing = text.StartsWith(Acting, StringComparison.Ordinal);
        var rank = isActing ? text[Acting.Length..].TrimStart() : text;
        if ((TakeWord(rank, ThaiTitleWords.Ranks) ?? TakeAbbreviation(rank)) is not { } found)
            return null;

        var isFemale = found.Name.StartsWith(Female, StringComparison.Ordinal) && CanBeName(found.Name[Female.Length..]);
        if (!isActing && !isFemale && found.Title.EndsWith('.'))
            return null;

        var gap = isActing && found.Title.EndsWith('.') ? " " : "";
        var title = (isActing ? Acting + gap : "") + found.Title + (isFemale ? Female : "");
        return (title, isFemale ? found.Name[Female.Length..].TrimStart() : found.Name);
    }

    private static (string Title, string Name)? TakeSpelling(string text)
    {
        foreach (var (spelling, title) in ThaiTitleWords.Spellings)
        {
            if (text.StartsWith(spelling, StringComparison.Ordinal) && CanBeName(text[spelling.Length..]))
                return (title, text[spelling.Length..].TrimStart());
        }

        return null;
    }

    private static (string Title, string Name)? TakeAbbreviation(string text)
    {
        var found = Abbreviation.Match(text).Value;
        var title = found.Replace(" ", "", StringComparison.Ordinal);
        return title.Length > 0 && !ThaiTitleWords.NotOfPersons.Contains(title) && CanBeName(text[found.Length..])
            ? (title, text[found.Length..].TrimStart())
            : null;
    }

    private static (string Title, string Name)? TakeEnglish(string text)
    {
        if (English.Match(text) is not { Success: true } match)
            return null;

        var word = match.Groups[0].Value.TrimEnd(' ', '.');
        var title = char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();
        return (title.Equals("Miss", StringComparison.Ordinal) ? title : title + ".", text[match.Length..]);
    }

    /// <summary>
    /// A glued title counts only when a name can begin after it: นาย|สมมติ, but not นาย|ิกา; นาง|สาวิตรี, not นางสาว|ิตรี.
    /// </summary>
    private static (string Title, string Name)? TakeWord(string text, ImmutableArray<string> titles)
    {
        foreach (var title in titles)
        {
            if (text.StartsWith(title, StringComparison.Ordinal) && CanBeName(text[title.Length..]))
                return (title.TrimEnd(), text[title.Length..].TrimStart());
        }

        return null;
    }

    private static bool CanBeName(string rest) => rest.TrimStart() is [var first, ..] && ThaiMarks.CanBegin(first);
}
