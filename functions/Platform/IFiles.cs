namespace CddFunctions.Platform;

/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the content.</param>
public sealed record StoredFile(string Name, long Length, string Sha256);

/// <param name="WrittenAt">When the file was moved into place (UTC).</param>
public sealed record ListedFile(string Name, long Length, DateTimeOffset WrittenAt);

/// <summary>
/// All that a feature may ask of the file store. Names are paths of lower-case segments (<c>rayong-2567/uploads/01ab…</c>).
/// A file is there whole or not at all; an outage is <see cref="StorageUnavailableException"/>.
/// </summary>
public interface IFiles
{
    /// <summary>Writes to a temporary name, then moves into place; an existing file of the name is replaced whole.</summary>
    /// <returns>Null when the content is longer than <paramref name="maxLength"/>: nothing is kept then.</returns>
    Task<StoredFile?> WriteAsync(string name, Stream content, long maxLength, CancellationToken ct);

    /// <returns>A seekable stream, or null when there is no such file.</returns>
    Task<Stream?> OpenAsync(string name, CancellationToken ct);

    Task DeleteAsync(string name, CancellationToken ct);

    IAsyncEnumerable<ListedFile> ListAsync(string prefix, CancellationToken ct);
}
