using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CddFunctions.Ballots.Envelopes;

/// <summary>
/// Pure but for randomness: the inner envelope. Every paper of a ballot becomes the same number of bytes whatever was
/// chosen: version, ephemeral P-256 point, AES-256-GCM over the choices and random padding, tag. The key is fresh for each
/// paper (ECDH with the ballot's public key, HKDF-SHA-256), so whoever sealed it can open it no more.
/// </summary>
public static class SealedPaper
{
    /// <summary>Stands for "nobody" in a paper; no entry of a roll has it.</summary>
    public const ulong Abstention = 0;

    private const byte Version = 1;
    private const int PointBytes = 64;
    private const int TagBytes = 16;
    private const int ChoiceBytes = 8;
    private const int Block = 256;

    // A constant nonce is safe here, because each key encrypts one paper only.
    private static readonly byte[] Nonce = new byte[12];

    /// <param name="publicKey">X.509 subject public key of the ballot.</param>
    /// <param name="ballot">Name of the ballot: a paper of one cannot be counted in another.</param>
    /// <param name="choices">One for each contest, in the order of the definition.</param>
    public static byte[] Seal(ReadOnlySpan<byte> publicKey, string ballot, ReadOnlySpan<ulong> choices)
    {
        using var receiver = ECDiffieHellman.Create();
        receiver.ImportSubjectPublicKeyInfo(publicKey, out _);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var to = receiver.PublicKey;

        var paper = Write(choices);
        var sealedPaper = new byte[1 + PointBytes + paper.Length + TagBytes];
        sealedPaper[0] = Version;
        var point = once.ExportParameters(includePrivateParameters: false).Q;
        point.X.CopyTo(sealedPaper.AsSpan(1));
        point.Y.CopyTo(sealedPaper.AsSpan(1 + (PointBytes / 2)));
        using var aes = new AesGcm(KeyOf(once.DeriveRawSecretAgreement(to), ballot, sealedPaper), TagBytes);
        aes.Encrypt(
            Nonce,
            paper,
            sealedPaper.AsSpan(1 + PointBytes, paper.Length),
            sealedPaper.AsSpan(^TagBytes..),
            Encoding.UTF8.GetBytes(ballot)
        );
        return sealedPaper;
    }

    /// <returns>The choices; null when this is no paper of this ballot, or not as it was sealed.</returns>
    public static ulong[]? Open(ECDiffieHellman key, string ballot, ReadOnlySpan<byte> sealedPaper, int contests)
    {
        var length = Length(contests);
        if (sealedPaper.Length != 1 + PointBytes + length + TagBytes || sealedPaper[0] != Version)
            return null;

        try
        {
            using var once = ECDiffieHellman.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new()
                    {
                        X = sealedPaper.Slice(1, PointBytes / 2).ToArray(),
                        Y = sealedPaper.Slice(1 + (PointBytes / 2), PointBytes / 2).ToArray(),
                    },
                }
            );
            using var from = once.PublicKey;
            var paper = new byte[length];
            using var aes = new AesGcm(KeyOf(key.DeriveRawSecretAgreement(from), ballot, sealedPaper), TagBytes);
            aes.Decrypt(Nonce, sealedPaper.Slice(1 + PointBytes, length), sealedPaper[^TagBytes..], paper, Encoding.UTF8.GetBytes(ballot));
            return Read(paper, contests);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Write(ReadOnlySpan<ulong> choices)
    {
        var paper = RandomNumberGenerator.GetBytes(Length(choices.Length));
        for (var i = 0; i < choices.Length; i++)
            BinaryPrimitives.WriteUInt64BigEndian(paper.AsSpan(i * ChoiceBytes), choices[i]);
        return paper;
    }

    private static ulong[] Read(byte[] paper, int contests)
    {
        var choices = new ulong[contests];
        for (var i = 0; i < contests; i++)
            choices[i] = BinaryPrimitives.ReadUInt64BigEndian(paper.AsSpan(i * ChoiceBytes));
        return choices;
    }

    /// <summary>Bytes of a paper before it is sealed: whole blocks, of which at least half a block is random padding.</summary>
    private static int Length(int contests) => ((contests * ChoiceBytes) + (Block / 2) + Block - 1) / Block * Block;

    private static byte[] KeyOf(byte[] agreement, string ballot, ReadOnlySpan<byte> sealedPaper)
    {
        var purpose = Encoding.UTF8.GetBytes($"cdd-ballot-paper-1|{ballot}|");
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, agreement, 32, info: [.. purpose, .. sealedPaper.Slice(1, PointBytes)]);
    }
}
