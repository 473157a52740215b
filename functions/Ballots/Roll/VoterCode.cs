using System.Buffers.Binary;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Ballots.Roll;

/// <summary>
/// Pure: personal codes, ten characters out of 23 that are not taken for one another (no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V, G Q D):
/// nine of them random (1.8 million million codes), the last a checksum that finds every single wrong character and every
/// two that were swapped.
/// </summary>
public static class VoterCode
{
    private const string Alphabet = "23456789ACEFHJKMNPRTWXY";
    private const int Random = 9;

    /// <param name="secret">At least 8 bytes that nobody can guess.</param>
    public static string From(ReadOnlySpan<byte> secret)
    {
        var left = BinaryPrimitives.ReadUInt64BigEndian(secret);
        Span<int> symbols = stackalloc int[Random];
        foreach (ref var symbol in symbols)
            (left, symbol) = (left / (ulong)Alphabet.Length, (int)(left % (ulong)Alphabet.Length));

        Span<char> code = stackalloc char[Random + 1];
        for (var i = 0; i < Random; i++)
            code[i] = Alphabet[symbols[i]];
        code[Random] = Alphabet[Checksum(symbols)];
        return new(code);
    }

    /// <summary>The plain form of a code that a voter typed: any case, Thai digits, spaces, dashes. Null when it is no code.</summary>
    public static string? Normalise(string? text)
    {
        if (text is null || text.Length > 40)
            return null;

        var code = string.Concat(ThaiDigits.ToAscii(text).Where(c => c is not ('-' or ' '))).ToUpperInvariant();
        if (code.Length != Random + 1 || code.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
            return null;

        Span<int> symbols = stackalloc int[Random];
        for (var i = 0; i < Random; i++)
            symbols[i] = Alphabet.IndexOf(code[i], StringComparison.Ordinal);
        return Alphabet[Checksum(symbols)] == code[Random] ? code : null;
    }

    /// <summary>As it is printed: <c>7K3MX-92QHP</c>.</summary>
    public static string Show(string code) => $"{code[..5]}-{code[5..]}";

    // 23 is a prime: different weights below it make every swap and every slip of one character show.
    private static int Checksum(ReadOnlySpan<int> symbols)
    {
        var sum = 0;
        for (var i = 0; i < symbols.Length; i++)
            sum += (i + 1) * symbols[i];
        return sum % Alphabet.Length;
    }
}
