using System.Diagnostics.CodeAnalysis;

namespace CddFunctions.Platform.Thai;

/// <summary>
/// Reasons, comments and labels: what people type beside the fields of a form. They are kept like a field (docs/rules.md 4): one
/// spelling, no invisible or control characters, something to see.
/// </summary>
public static class TypedText
{
    /// <summary>Most written characters of a reason.</summary>
    public const int LongestReason = 1000;

    /// <summary>Text of several lines as it is kept; null when there is nothing to see.</summary>
    public static string? Lines(string? typed) => typed is null || ThaiText.IsBlank(typed) ? null : ThaiText.NormaliseLines(typed);

    /// <summary>Text of one line as it is kept; null when there is nothing to see.</summary>
    public static string? Line(string? typed) => typed is null || ThaiText.IsBlank(typed) ? null : ThaiText.Normalise(typed);

    public static bool IsReason([NotNullWhen(true)] string? text) => Fits(text, LongestReason);

    /// <summary>True for text with something to see in it, of at most <paramref name="most"/> written characters.</summary>
    public static bool Fits([NotNullWhen(true)] string? text, int most) =>
        text is not null && !ThaiText.IsBlank(text) && ThaiText.Length(text) <= most;
}
