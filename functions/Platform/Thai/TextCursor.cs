namespace CddFunctions.Platform.Thai;

/// <summary>Reads cleaned text from left to right. Spaces before a token are skipped; a token that is not there moves nothing.</summary>
internal sealed class TextCursor(string text)
{
    /// <summary>Set it back to give up an attempt.</summary>
    public int Position { get; set; }

    public bool AtEnd => Skipped() == text.Length;

    public char? Next => Skipped() is var at && at < text.Length ? text[at] : null;

    public bool Take(string word)
    {
        var at = Skipped();
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            return false;

        Position = at + word.Length;
        return true;
    }

    public bool TakeAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Take(word))
                return true;
        }

        return false;
    }

    /// <summary>Letters with or without dots and spaces between them: <c>มีค</c> takes "มี.ค.", "มี. ค." and "มีค".</summary>
    public bool TakeAbbreviation(params ReadOnlySpan<string> letters)
    {
        var mark = Position;
        foreach (var letter in letters)
        {
            if (!Take(letter))
            {
                Position = mark;
                return false;
            }

            Take(".");
        }

        return true;
    }

    /// <returns>The whole run of ASCII digits here, or null when there is none or it is longer than asked.</returns>
    public string? TakeDigits(int maxLength)
    {
        var start = Skipped();
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;

        if (end == start || end - start > maxLength)
            return null;

        Position = end;
        return text[start..end];
    }

    private int Skipped()
    {
        var at = Position;
        while (at < text.Length && text[at] == ' ')
            at++;

        return at;
    }
}
