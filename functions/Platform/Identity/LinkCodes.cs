using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CddFunctions.Platform.Identity;

/// <summary>
/// Short codes of links, for whoever has the slip and no camera. A code is the link's id (64 random bits) turned round under a key that
/// only the installation's secret yields, so it is stored nowhere, holds for links of any age, and dies with its link. Knowing the ids,
/// which administrators see, tells nothing about the codes; a guess hits one of n links with a chance of n in 2^64.
/// </summary>
/// <remarks>
/// The turning is a Feistel network of eight rounds whose round function is HMAC-SHA-256 (Luby and Rackoff show that four are enough),
/// because .NET has no cipher in use for blocks of 64 bits, and a longer code would not be typed.
/// </remarks>
public sealed class LinkCodes(InstallationSecrets secrets)
{
    private const int Rounds = 8;
    private const int IdDigits = 16;

    // 15 characters hold 67.8 bits, of which 64 are used.
    private static readonly TypedCode Form = new(16);

    /// <summary>True for links that a person opens and that an administrator may see again.</summary>
    public static bool Has(CallerRole role) => role is CallerRole.Officer or CallerRole.Viewer;

    /// <summary>As it is printed; null for a link without a code.</summary>
    public string? Show(string campaign, StoredLink stored) =>
        Has(stored.Link.Role) && Id(stored.Id) is { } id ? TypedCode.Show(Form.Write(Turn(campaign, id, back: false))) : null;

    /// <summary>The id that a typed code stands for, whether or not there is such a link. Null when it is no code.</summary>
    public string? IdOf(string campaign, string? typed) =>
        Form.Normalise(typed) is { } code && TypedCode.Number(code) is { } number
            ? Turn(campaign, number, back: true).ToString("x16", CultureInfo.InvariantCulture)
            : null;

    private static ulong? Id(string id) =>
        id.Length == IdDigits && ulong.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private ulong Turn(string campaign, ulong block, bool back)
    {
        var key = secrets.Derive($"cdd-link-code-1|{campaign}");
        var left = (uint)(block >> 32);
        var right = (uint)block;
        for (var i = 0; i < Rounds; i++)
            (left, right) = (right, left ^ Round(key, back ? Rounds - 1 - i : i, right));
        return ((ulong)right << 32) | left;
    }

    private static uint Round(byte[] key, int number, uint half)
    {
        Span<byte> text = stackalloc byte[5];
        text[0] = (byte)number;
        BinaryPrimitives.WriteUInt32BigEndian(text[1..], half);
        return BinaryPrimitives.ReadUInt32BigEndian(HMACSHA256.HashData(key, text));
    }
}
