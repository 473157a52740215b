using System.Numerics;
using System.Security.Cryptography;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>The key of revisions 5 and 6 from the empty user password (ISO 32000-2, algorithms 2.A, 2.B and 11).</summary>
internal static class PdfPassword256
{
    public static byte[]? FindKey(PdfEncryption settings)
    {
        if (settings.Revision is not (5 or 6) || settings.User.Length < 48 || settings.UserKey.Length < 32)
            return null;

        var validation = settings.User[32..40];
        var salt = settings.User[40..48];
        if (!settings.User.AsSpan(0, 32).SequenceEqual(Hash(validation, settings.Revision)))
            return null;

        using var aes = Aes.Create();
        aes.Key = Hash(salt, settings.Revision);
        return aes.DecryptCbc(settings.UserKey.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    private static byte[] Hash(byte[] salt, int revision)
    {
        var hash = SHA256.HashData(salt);
        if (revision == 5)
            return hash;

        using var aes = Aes.Create();
        for (int round = 0, last = 0; round < 64 || last > round - 32; round++)
        {
            var block = Enumerable.Repeat(hash, 64).SelectMany(b => b).ToArray();
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
