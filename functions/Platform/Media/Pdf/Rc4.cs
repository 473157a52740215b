namespace CddFunctions.Platform.Media.Pdf;

/// <summary>RC4, which .NET does not have. Only to read old files, never to protect anything.</summary>
internal static class Rc4
{
    public static byte[] Apply(byte[] key, ReadOnlySpan<byte> data)
    {
        Span<byte> state = stackalloc byte[256];
        for (var i = 0; i < 256; i++)
            state[i] = (byte)i;
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = data.ToArray();
        for (int n = 0, i = 0, j = 0; n < result.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] ^= state[(state[i] + state[j]) & 255];
        }

        return result;
    }
}
