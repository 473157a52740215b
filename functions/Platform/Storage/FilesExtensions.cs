using System.Buffers;

namespace CddFunctions.Platform.Storage;

public static class FilesExtensions
{
    private const int BufferLength = 81_920;

    /// <summary>
    /// Writes all of <paramref name="content"/> to a file. An error of that stream itself (the sender went away) is thrown unchanged.
    /// </summary>
    /// <param name="maxLength">Bytes. The content is read to one buffer past it at most.</param>
    /// <returns>Null when the content is longer than <paramref name="maxLength"/>: nothing is kept then.</returns>
    public static async Task<StoredFile?> WriteAsync(this IFiles files, string name, Stream content, long maxLength, CancellationToken ct)
    {
        await using var writer = files.OpenWrite(name);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            long length = 0;
            while (await content.ReadAsync(buffer.AsMemory(0, BufferLength), ct) is > 0 and var read)
            {
                if ((length += read) > maxLength)
                    return null;

                await writer.Content.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return await writer.CommitAsync(ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
