using System.Buffers.Binary;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Roll;

/// <summary>
/// Pure: personal codes, twelve characters (<see cref="TypedCode"/>), eleven of them random: 9.5 × 10^14 codes. So many, because a right
/// code always passes and nothing but their number keeps a guess from being one (docs/votes.md).
/// </summary>
public static class VoterCode
{
    private static readonly TypedCode Form = new(12);

    /// <param name="secret">At least 8 bytes that nobody can guess.</param>
    public static string From(ReadOnlySpan<byte> secret) => Form.Write(BinaryPrimitives.ReadUInt64BigEndian(secret));

    /// <summary>The plain form of a code that a voter typed: any case, Thai digits, spaces, dashes. Null when it is no code.</summary>
    public static string? Normalise(string? text) => Form.Normalise(text);

    /// <summary>As it is printed: <c>7K3M-X92Q-HPAR</c>.</summary>
    public static string Show(string code) => TypedCode.Show(code);
}
