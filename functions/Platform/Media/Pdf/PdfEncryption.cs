namespace CddFunctions.Platform.Media.Pdf;

/// <summary>The encryption dictionary of the standard handler, as far as streams need it.</summary>
/// <param name="KeyLength">Bytes.</param>
internal sealed record PdfEncryption(
    int Version,
    int Revision,
    int KeyLength,
    PdfCipher Cipher,
    byte[] Owner,
    byte[] User,
    byte[] UserKey,
    byte[] OwnerKey,
    int Permissions,
    bool EncryptsMetadata,
    byte[] FileId
)
{
    /// <summary>Version (cipher) and revision (password) come in pairs; another pair would give keys of a wrong length.</summary>
    public bool IsConsistent => (Version, Revision) is (1 or 2, 2 or 3) or (4, 4) or (5, 5 or 6);

    public static PdfEncryption Read(PdfDictionary encrypt, byte[] fileId, PdfObjects file)
    {
        object? Get(string key) => file.Resolve(encrypt.Get(key));
        byte[] Bytes(string key) => Get(key) as byte[] ?? [];

        var version = PdfNumbers.Small(Get("V")) ?? 0;
        var bits = PdfNumbers.Small(Get("Length")) ?? 40;
        var permissions = PdfNumbers.Whole(Get("P")) ?? 0;
        return new PdfEncryption(
            version,
            PdfNumbers.Small(Get("R")) ?? 0,
            version switch
            {
                1 => 5,
                4 => 16,
                5 => 32,
                _ => Math.Clamp(bits / 8, 5, 16),
            },
            version is 1 or 2 ? PdfCipher.Rc4 : StreamCipher(version, Get("StmF"), Get("CF") as PdfDictionary, file),
            Bytes("O"),
            Bytes("U"),
            Bytes("UE"),
            Bytes("OE"),
            unchecked((int)permissions),
            Get("EncryptMetadata") is not false,
            fileId
        );
    }

    private static PdfCipher StreamCipher(int version, object? name, PdfDictionary? filters, PdfObjects file)
    {
        if (version is not (4 or 5))
            return PdfCipher.Unknown;
        if (name is not PdfName { Value: var filter } || string.Equals(filter, "Identity", StringComparison.Ordinal))
            return PdfCipher.None;

        var method = file.Resolve((file.Resolve(filters?.Get(filter)) as PdfDictionary)?.Get("CFM")) as PdfName;
        return method?.Value switch
        {
            "None" => PdfCipher.None,
            "V2" when version == 4 => PdfCipher.Rc4,
            "AESV2" when version == 4 => PdfCipher.Aes128,
            "AESV3" when version == 5 => PdfCipher.Aes256,
            _ => PdfCipher.Unknown,
        };
    }
}
