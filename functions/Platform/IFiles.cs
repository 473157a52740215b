namespace CddFunctions.Platform;

/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the content. The store does not keep it: the caller writes it
/// into its own document, so that there is one truth and no second file that a crash could separate from the first.</param>
public sealed record StoredFile(string Name, long Length, string Sha256);

/// <param name="WrittenAt">When the file was moved into place (UTC).</param>
public sealed record ListedFile(string Name, long Length, DateTimeOffset WrittenAt);

/// <summary>
/// All that a feature may ask of the file store. Names are paths of lower-case segments (<c>rayong-2567/uploads/01ab…</c>):
/// <c>a-z 0-9 . _ -</c>, not starting with a dot, 500 characters in all; another name is a bug of the caller
/// (<see cref="ArgumentException"/>). A file is there whole or not at all; an outage is <see cref="StorageUnavailableException"/>.
/// </summary>
public interface IFiles
{
    /// <summary>
    /// Writes to a temporary name, then moves into place; an existing file of the name is replaced whole. A write that
    /// returned is on disk. An error of <paramref name="content"/> itself (the sender went away) comes through unchanged.
    /// </summary>
    /// <param name="maxLength">Bytes. The content is read to one buffer past it at most.</param>
    /// <returns>Null when the content is longer than <paramref name="maxLength"/>: nothing is kept then.</returns>
    Task<StoredFile?> WriteAsync(string name, Stream content, long maxLength, CancellationToken ct);

    /// <returns>A seekable stream, or null when there is no such file. It goes on reading what it was opened on, also
    /// when the name is replaced or deleted meanwhile.</returns>
    Task<Stream?> OpenAsync(string name, CancellationToken ct);

    /// <summary>Deleting what is not there is not an error.</summary>
    Task DeleteAsync(string name, CancellationToken ct);

    /// <summary>Files whose name starts with <paramref name="prefix"/> (ordinal; empty = all), in no promised order.</summary>
    IAsyncEnumerable<ListedFile> ListAsync(string prefix, CancellationToken ct);
}
