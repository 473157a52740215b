namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>Pure: the reason of a return, from a button and from what was typed.</summary>
public static class ReturnWords
{
    /// <summary>Characters of one's own, beside the longest reason of a button: together at most 1,000.</summary>
    public const int Longest = 900;

    public static IReadOnlyList<(string Key, string Words)> Of(ReasonTexts words) =>
        [
            ("files", words.Files),
            ("unreadable", words.Unreadable),
            ("incomplete", words.Incomplete),
            ("figures", words.Figures),
            ("form", words.Form),
        ];

    /// <param name="key">Of a button; another word is none.</param>
    public static string Join(ReasonTexts words, string? key, string? typed)
    {
        var chosen = Of(words).FirstOrDefault(r => string.Equals(r.Key, key, StringComparison.Ordinal)).Words;
        return string.Join('\n', new[] { chosen, typed?.Trim() }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
