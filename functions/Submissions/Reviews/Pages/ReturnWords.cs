namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>Pure: the reason of a return, from a button and from what was typed.</summary>
public static class ReturnWords
{
    /// <summary>Most characters that are typed as a reason. With the longest reason of a button they make at most 1,000.</summary>
    public const int Longest = 900;

    public static IReadOnlyList<(string Key, string Words)> Of(ReasonTexts words) =>
        [
            ("files", words.Files),
            ("unreadable", words.Unreadable),
            ("incomplete", words.Incomplete),
            ("figures", words.Figures),
            ("form", words.Form),
        ];

    /// <param name="key">Key of the button that was pressed; an unknown key counts as no button.</param>
    public static string Join(ReasonTexts words, string? key, string? typed)
    {
        var chosen = Of(words).FirstOrDefault(r => string.Equals(r.Key, key, StringComparison.Ordinal)).Words;
        return string.Join('\n', new[] { chosen, typed?.Trim() }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
