namespace CddFunctions.Platform.Thai;

/// <summary>Pure: the parts of a person's name as they come in columns of their own, or all in one (docs/rules.md 4).</summary>
/// <param name="Title">In its usual spelling; null when there is none.</param>
/// <param name="HasTwoTitles">The given name begins with another title than the one given.</param>
public sealed record ThaiNameParts(string? Title, string Given, bool HasTwoTitles = false)
{
    private const string Unsure = "นาง";
    private const string Particle = "ณ ";

    /// <summary>
    /// Takes a title off the front of a given name when it is the one that was given, or when none was: it would hide that two entries are
    /// one person. What remains has two letters at least. นาง before another title is left alone: names begin with it (นางฟ้า).
    /// </summary>
    public static ThaiNameParts Settle(string? title, string given)
    {
        var usual = title is null ? null : ThaiTitles.Usual(ThaiText.Normalise(title));
        var name = ThaiText.Normalise(given);
        if (ThaiTitles.Split(name) is not ({ } glued, { Length: > 1 } rest))
            return new(usual, name);

        return usual is null || string.Equals(usual, glued, StringComparison.Ordinal)
            ? new(glued, rest)
            : new(usual, name, !string.Equals(glued, Unsure, StringComparison.Ordinal));
    }

    /// <summary>A whole name of one column.</summary>
    /// <returns>Null where the words do not tell given from family name: one word, more than two (save ณ), no name at all.</returns>
    public static ThaiName? Split(string whole) =>
        ThaiName.Parse(whole) is { Family.Length: > 0 } name
        && (!name.Family.Contains(' ', StringComparison.Ordinal) || name.Family.StartsWith(Particle, StringComparison.Ordinal))
            ? name
            : null;
}
