using CddFunctions.Platform.Thai;

namespace CddFunctions.Platform.Identity;

/// <summary>
/// Pure: codes that people read on paper and type, made of 23 characters that are not taken for one another (no 0 O, 1 I L, 2 Z, 5 S,
/// 8 B, U V, G Q D). The last character is a checksum that finds every single wrong character and every two that were swapped.
/// </summary>
/// <param name="length">Characters with the checksum, in groups of four: at most 23, because the checksum tells no more places apart.</param>
public sealed class TypedCode(int length)
{
    private const string Alphabet = "23456789ACEFHJKMNPRTWXY";
    private const int Group = 4;
    private const int LongestTyped = 60;

    /// <summary>The plain form of a code; what does not fit into its characters is left out.</summary>
    public string Write(ulong number)
    {
        Span<int> symbols = stackalloc int[length - 1];
        foreach (ref var symbol in symbols)
            (number, symbol) = (number / (ulong)Alphabet.Length, (int)(number % (ulong)Alphabet.Length));

        Span<char> code = stackalloc char[length];
        for (var i = 0; i < symbols.Length; i++)
            code[i] = Alphabet[symbols[i]];
        code[^1] = Alphabet[Checksum(symbols)];
        return new(code);
    }

    /// <summary>The number of a plain code; null where it is larger than a number of ours can be.</summary>
    public static ulong? Number(string code)
    {
        UInt128 number = 0;
        for (var i = code.Length - 2; i >= 0; i--)
            number = (number * (ulong)Alphabet.Length) + (ulong)Alphabet.IndexOf(code[i], StringComparison.Ordinal);
        return number <= ulong.MaxValue ? (ulong)number : null;
    }

    /// <summary>The plain form of what was typed: any case, Thai digits, spaces, dashes. Null when it is no code.</summary>
    public string? Normalise(string? text)
    {
        if (text is null || text.Length > LongestTyped)
            return null;

        var code = string.Concat(ThaiDigits.ToAscii(text).Where(c => c is not ('-' or ' '))).ToUpperInvariant();
        if (code.Length != length || code.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
            return null;

        Span<int> symbols = stackalloc int[length - 1];
        for (var i = 0; i < symbols.Length; i++)
            symbols[i] = Alphabet.IndexOf(code[i], StringComparison.Ordinal);
        return Alphabet[Checksum(symbols)] == code[^1] ? code : null;
    }

    /// <summary>As it is printed: <c>7K3M-X92Q-HPAR</c>.</summary>
    public static string Show(string code) => string.Join('-', code.Chunk(Group).Select(g => new string(g)));

    // 23 is a prime: different weights below it make every swap and every slip of one character show.
    private static int Checksum(ReadOnlySpan<int> symbols)
    {
        var sum = 0;
        for (var i = 0; i < symbols.Length; i++)
            sum += (i + 1) * symbols[i];
        return sum % Alphabet.Length;
    }
}
