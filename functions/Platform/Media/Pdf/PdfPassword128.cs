using System.Buffers.Binary;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>The key of revisions 2 to 4 from the empty user password (ISO 32000-1, algorithms 2, 4, 5 and 6).</summary>
internal static class PdfPassword128
{
    // The 32 bytes that stand for an empty password (ISO 32000-1, 7.6.3.3).
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    public static byte[]? FindKey(PdfEncryption settings)
    {
        if (settings.Revision is < 2 or > 4 || settings.Owner.Length < 32 || settings.User.Length < 32)
            return null;

        var key = MakeKey(settings);
        return Proof(key, settings) is var proof && settings.User.AsSpan(0, proof.Length).SequenceEqual(proof) ? key : null;
    }

    private static byte[] MakeKey(PdfEncryption settings)
    {
        Span<byte> permissions = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, settings.Permissions);
        byte[] unencryptedMetadata = settings is { Revision: 4, EncryptsMetadata: false } ? [255, 255, 255, 255] : [];
        var length = settings.Revision == 2 ? 5 : settings.KeyLength;
        var hash = Md5.Hash([.. Padding, .. settings.Owner.AsSpan(0, 32), .. permissions, .. settings.FileId, .. unencryptedMetadata]);
        for (var i = 0; settings.Revision >= 3 && i < 50; i++)
            hash = Md5.Hash(hash.AsSpan(0, length));
        return hash[..length];
    }

    /// <summary>What the file must hold when the key is right.</summary>
    private static byte[] Proof(byte[] key, PdfEncryption settings)
    {
        if (settings.Revision == 2)
            return Rc4.Apply(key, Padding);

        var proof = Md5.Hash([.. Padding, .. settings.FileId]);
        for (var i = 0; i < 20; i++)
            proof = Rc4.Apply([.. key.Select(b => (byte)(b ^ i))], proof);
        return proof;
    }
}
