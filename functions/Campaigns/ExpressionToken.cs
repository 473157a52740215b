namespace CddFunctions.Campaigns;

/// <summary>A piece of an expression. The last one is empty and stands for the end.</summary>
internal readonly record struct ExpressionToken(string Text, int Position)
{
    public bool IsEnd => Text.Length == 0;

    /// <summary>Letters, digits, hyphens and dots, beginning with a letter.</summary>
    public bool IsName => Text.Length > 0 && char.IsAsciiLetter(Text[0]) && Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    /// <summary>
    /// Cuts an expression into tokens. Spaces separate tokens, and a parenthesis is a token of its own also without spaces.
    /// </summary>
    public static IReadOnlyList<ExpressionToken> Split(string text)
    {
        var tokens = new List<ExpressionToken>();
        for (var i = 0; i < text.Length; )
        {
            var start = i++;
            if (text[start] is ' ')
                continue;
            while (text[start] is not ('(' or ')') && i < text.Length && text[i] is not (' ' or '(' or ')'))
                i++;
            tokens.Add(new(text[start..i], start));
        }

        tokens.Add(new("", text.Length));
        return tokens;
    }
}
