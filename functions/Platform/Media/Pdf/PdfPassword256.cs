using System.Numerics;
using System.Security.Cryptography;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>The key of revisions 5 and 6 from an empty user or owner password (ISO 32000-2, algorithms 2.A, 2.B, 11 and 12).</summary>
internal static class PdfPassword256
{
    public static byte[]? FindKey(PdfEncryption settings)
    {
        if (settings.Revision is not (5 or 6) || settings.User.Length < 48)
            return null;

        return KeyOf(settings.User, settings.UserKey, [], settings.Revision)
            ?? KeyOf(settings.Owner, settings.OwnerKey, settings.User[..48], settings.Revision);
    }

    /// <param name="proof">32 bytes that the password must give, then two salts of 8 bytes: of the proof and of the key.</param>
    /// <param name="user">The owner's hashes cover the user's entry as well.</param>
    private static byte[]? KeyOf(byte[] proof, byte[] wrapped, byte[] user, int revision)
    {
        if (proof.Length < 48 || wrapped.Length < 32 || !proof.AsSpan(0, 32).SequenceEqual(Hash(proof[32..40], user, revision)))
            return null;

        using var aes = Aes.Create();
        aes.Key = Hash(proof[40..48], user, revision);
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    private static byte[] Hash(byte[] salt, byte[] user, int revision)
    {
        var hash = SHA256.HashData([.. salt, .. user]);
        if (revision == 5)
            return hash;

        using var aes = Aes.Create();
        for (int round = 0, last = 0; round < 64 || last > round - 32; round++)
        {
            var block = Enumerable.Repeat<byte[]>([.. hash, .. user], 64).SelectMany(b => b).ToArray();
            aes.Key = hash[..16];
            var mixed = aes.EncryptCbc(block, hash.AsSpan(16, 16), PaddingMode.None);
            hash = (int)(new BigInteger(mixed.AsSpan(0, 16), isUnsigned: true, isBigEndian: true) % 3) switch
            {
                0 => SHA256.HashData(mixed),
                1 => SHA384.HashData(mixed),
                _ => SHA512.HashData(mixed),
            };
            last = mixed[^1];
        }

        return hash[..32];
    }
}
