namespace CddFunctions.Platform.Http;

/// <summary>Reads a request body into memory, up to a limit.</summary>
public static class LimitedBody
{
    /// <returns>Null when the body is longer than <paramref name="most"/> bytes.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest http, long most, CancellationToken ct)
    {
        if (http.ContentLength > most)
            return null;

        using var buffer = new MemoryStream((int)(http.ContentLength ?? 4096));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await http.Body.ReadAsync(chunk, ct)) > 0)
        {
            if (buffer.Length + read > most)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
