using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>
/// Pure: the receipt of an envelope, 80 bits of its SHA-256 as sixteen characters without look-alikes:
/// <c>7K3M-92QH-PXW4-BC2D</c>. It proves that this envelope is there and says nothing about what is in it.
/// </summary>
public static class VoteReceipt
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 16;
    private const int Group = 4;
    private const int BitsEach = 5;
    private const int UnusedBits = 128 - (Length * BitsEach);

    public static string Of(ReadOnlySpan<byte> sealedPaper) => OfHash(SHA256.HashData(sealedPaper));

    public static string OfHash(ReadOnlySpan<byte> hash) => Text(BinaryPrimitives.ReadUInt128BigEndian(hash) >> UnusedBits);

    /// <summary>The 80 bits as text. Texts sort as their numbers do.</summary>
    public static string Text(UInt128 number)
    {
        Span<char> text = stackalloc char[Length + (Length / Group) - 1];
        text.Fill('-');
        for (var i = Length - 1; i >= 0; i--)
        {
            text[i + (i / Group)] = Alphabet[(int)(number & 31)];
            number >>= BitsEach;
        }

        return new(text);
    }

    /// <summary>Reads a receipt back into its number. A number takes 16 bytes, a text 60, and a ballot may have a million.</summary>
    public static UInt128 Number(string receipt)
    {
        UInt128 number = 0;
        foreach (var c in receipt.Where(c => c is not '-'))
            number = (number << BitsEach) | (UInt128)Alphabet.IndexOf(c, StringComparison.Ordinal);
        return number;
    }

    /// <summary>The printed form of a receipt that was typed in any case, with or without dashes. Null when it is no receipt.</summary>
    public static string? Normalise(string? text)
    {
        var code = string.Concat((text ?? "").Where(c => c is not ('-' or ' '))).ToUpperInvariant();
        return code.Length == Length && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? Text(Number(code)) : null;
    }
}
