using System.Security.Cryptography;

namespace CddFunctions.Platform.Media.Pdf;

/// <summary>The hash that old PDF encryption prescribes. Only to read old files, never to protect anything.</summary>
internal static class Md5
{
#pragma warning disable CA5351 // the format leaves no choice
    public static byte[] Hash(ReadOnlySpan<byte> data) => MD5.HashData(data);
#pragma warning restore CA5351
}
