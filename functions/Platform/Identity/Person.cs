namespace CddFunctions.Platform.Identity;

/// <summary>
/// Pure: which administrators count as two people. Whoever makes a link sees it once and can use it, so everybody whose links go back to
/// one first link is one person; a first link is one that the installation made. Two first links are two people.
/// </summary>
public static class Person
{
    /// <summary>
    /// Whoever holds the installation's key. The link that each start prints is the same person: it is on the screen of whoever holds the
    /// key. All other links come from there, so this person is one with every other.
    /// </summary>
    public const string Installation = "installation";

    private const char Below = '.';

    /// <summary>Id of the person behind a caller: the first link of the line that the capability names.</summary>
    public static string Of(Caller caller) => Of(caller.Link, caller.Line);

    /// <inheritdoc cref="Of(Caller)"/>
    public static string Of(StoredLink link) => Of(link.Id, link.Link.By);

    public static bool AreOne(string a, string b) =>
        a is Installation || b is Installation || string.Equals(a, b, StringComparison.Ordinal);

    /// <summary>Line of the links that somebody makes: the first link and the maker's own. Null when the installation makes them.</summary>
    public static string? Line(Caller maker)
    {
        var first = Of(maker);
        return first is Installation ? null
            : string.Equals(first, maker.Link, StringComparison.Ordinal) ? first
            : $"{first}{Below}{maker.Link}";
    }

    /// <summary>Id of the link that made those of this line; null for the installation.</summary>
    public static string? Maker(string? line) => line?.Split(Below)[^1];

    private static string Of(string? link, string? line) =>
        line?.Split(Below)[0] ?? (link is null || link.StartsWith("start-", StringComparison.Ordinal) ? Installation : link);
}
