using System.Text.RegularExpressions;

namespace CddFunctions.Platform.Thai;

/// <summary>A person's name in its parts. Sex is never derived from the title (docs/rules.md 4).</summary>
/// <param name="Title">In its usual spelling (น.ส. → นางสาว); null when the name has none.</param>
/// <param name="Family">May hold spaces; empty for one-word names.</param>
public sealed record ThaiName(string? Title, string Given, string Family)
{
    private static readonly Regex Letters = new(@"\A[\p{L}\p{M}'’.ๆ -]+\z", RegexOptions.NonBacktracking);

    /// <summary>For finding duplicates: given and family name without title, spacing, case and look-alike spellings.</summary>
    public string Key => ThaiText.Key(Given + Family);

    /// <summary>
    /// Title (longest first, glued or apart), first word as given name, the rest as family name. A title glued to what cannot
    /// begin a name is part of the name (นายิกา). พระ, คุณ and หม่อม are titles only when set apart; พระครู, พระมหา and แม่ชี
    /// always. นางสาว wins over นาง when both fit.
    /// </summary>
    /// <returns>Null for offices (นายอำเภอ), places (อ.เมือง), a title alone, digits or brackets in the name, a dotted given
    /// name whose title is not known, and more than 200 characters.</returns>
    public static ThaiName? Parse(string? text)
    {
        if (
            text is null
            || text.Length > ThaiInput.MaxLength
            || ThaiText.Normalise(text) is not { Length: > 0 } clean
            || ThaiOffices.IsOffice(clean)
            || ThaiTitles.Split(clean) is not { } split
        )
            return null;

        var words = split.Name.Split(' ', 2);
        var given = words[0];
        var family = words.Length > 1 ? words[1] : "";
        var isTitleAlone = split.Title is null && ThaiTitles.IsTitle(given);
        var isName = IsGiven(given) && !isTitleAlone && (family.Length == 0 || IsName(family));
        return isName ? new(split.Title, given, family) : null;
    }

    /// <summary>As printed in letters, the title glued to the name (นายสมมติ ทดสอบ) unless that would read as another name.</summary>
    public string Display()
    {
        var name = Family.Length == 0 ? Given : $"{Given} {Family}";
        if (Title is null)
            return name;

        var isGlued = !char.IsAscii(Title[0]) && Parse(Title + name) == this;
        return isGlued ? Title + name : $"{Title} {name}";
    }

    private static bool IsGiven(string given) =>
        IsName(given) && !(given.Contains('.', StringComparison.Ordinal) && given.Any(c => c is >= 'ก' and <= '๛'));

    private static bool IsName(string name) => Letters.IsMatch(name) && char.IsLetter(name[0]) && ThaiMarks.CanBegin(name[0]);
}
