using System.Security.Cryptography;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>
/// Decrypts streams of files that are encrypted but open without a password (ISO 32000-1, 7.6; ISO 32000-2, 7.6). Strings stay encrypted:
/// the page tree has none.
/// </summary>
internal sealed class PdfDecryption(byte[] key, PdfCipher cipher)
{
    private const int AesBlock = 16;

    /// <returns>Null when a password is needed, or a method that is not the standard one.</returns>
    public static PdfDecryption? TryOpen(PdfDictionary encrypt, byte[] fileId, PdfObjects file)
    {
        if (!encrypt.Is("Filter", "Standard"))
            return null;

        var settings = PdfEncryption.Read(encrypt, fileId, file);
        if (settings.Cipher == PdfCipher.Unknown || !settings.IsConsistent)
            return null;

        var key = settings.Revision >= 5 ? PdfPassword256.FindKey(settings) : PdfPassword128.FindKey(settings);
        return key is null ? null : new PdfDecryption(key, settings.Cipher);
    }

    public byte[] Decrypt(byte[] data, PdfReference stream) =>
        cipher switch
        {
            PdfCipher.None => data,
            PdfCipher.Rc4 => Rc4.Apply(ObjectKey(stream, []), data),
            PdfCipher.Aes128 => DecryptAes(ObjectKey(stream, "sAlT"u8), data),
            PdfCipher.Aes256 => DecryptAes(key, data),
            _ => throw new InvalidDataException("The cipher is not known."),
        };

    private static byte[] DecryptAes(byte[] key, byte[] data)
    {
        var length = (data.Length - AesBlock) / AesBlock * AesBlock;
        if (length <= 0)
            return [];

        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(data.AsSpan(AesBlock, length), data.AsSpan(0, AesBlock), PaddingMode.None);

        // The library leaves the padding alone and this line removes it: wrong padding must not make a readable file unreadable.
        return plain[^1] is >= 1 and <= AesBlock ? plain[..^plain[^1]] : plain;
    }

    private byte[] ObjectKey(PdfReference stream, ReadOnlySpan<byte> salt)
    {
        var n = stream.Number;
        var g = stream.Generation;
        byte[] material = [.. key, (byte)n, (byte)(n >> 8), (byte)(n >> 16), (byte)g, (byte)(g >> 8), .. salt];
        return Md5.Hash(material)[..Math.Min(key.Length + 5, 16)];
    }
}

internal enum PdfCipher
{
    Unknown,
    None,
    Rc4,
    Aes128,
    Aes256,
}
