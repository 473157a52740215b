using System.Buffers.Binary;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>
/// The key of revisions 2 to 4 from an empty user or owner password (ISO 32000-1, algorithms 2 to 7). The owner's password leads to the
/// user's, and that one to the key.
/// </summary>
internal static class PdfPassword128
{
    private const int Rounds = 50;
    private const int Passes = 20;

    // The 32 bytes that stand for an empty password (ISO 32000-1, 7.6.3.3).
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    public static byte[]? FindKey(PdfEncryption settings) =>
        settings.Revision is < 2 or > 4 || settings.Owner.Length < 32 || settings.User.Length < 32
            ? null
            : KeyOf(Padding, settings) ?? KeyOf(UserPassword(settings), settings);

    private static byte[]? KeyOf(byte[] password, PdfEncryption settings)
    {
        var key = MakeKey(password, settings);
        return Proof(key, settings) is var proof && settings.User.AsSpan(0, proof.Length).SequenceEqual(proof) ? key : null;
    }

    private static byte[] MakeKey(byte[] password, PdfEncryption settings)
    {
        Span<byte> permissions = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, settings.Permissions);
        byte[] unencryptedMetadata = settings is { Revision: 4, EncryptsMetadata: false } ? [255, 255, 255, 255] : [];
        return Stretch(
            [.. password, .. settings.Owner.AsSpan(0, 32), .. permissions, .. settings.FileId, .. unencryptedMetadata],
            settings
        );
    }

    /// <summary>The user's password, padded, as it opens with an empty owner's password; anything else if that one is not empty.</summary>
    private static byte[] UserPassword(PdfEncryption settings)
    {
        var key = Stretch(Padding, settings);
        var password = settings.Owner[..32];
        for (var i = settings.Revision == 2 ? 0 : Passes - 1; i >= 0; i--)
            password = Rc4.Apply(Mixed(key, i), password);
        return password;
    }

    /// <summary>What the file must hold when the key is right.</summary>
    private static byte[] Proof(byte[] key, PdfEncryption settings)
    {
        if (settings.Revision == 2)
            return Rc4.Apply(key, Padding);

        var proof = Md5.Hash([.. Padding, .. settings.FileId]);
        for (var i = 0; i < Passes; i++)
            proof = Rc4.Apply(Mixed(key, i), proof);
        return proof;
    }

    private static byte[] Stretch(byte[] material, PdfEncryption settings)
    {
        var length = settings.Revision == 2 ? 5 : settings.KeyLength;
        var hash = Md5.Hash(material);
        for (var i = 0; settings.Revision >= 3 && i < Rounds; i++)
            hash = Md5.Hash(hash.AsSpan(0, length));
        return hash[..length];
    }

    private static byte[] Mixed(byte[] key, int pass) => [.. key.Select(b => (byte)(b ^ pass))];
}
