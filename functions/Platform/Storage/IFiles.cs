namespace CddFunctions.Platform.Storage;

/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the content. The store does not keep it: the caller writes it
/// into its own document, so that there is one truth and no second file that a crash could separate from the first.</param>
public sealed record StoredFile(string Name, long Length, string Sha256);

/// <param name="WrittenAt">When the file was put in place, by the clock of the application (UTC).</param>
public sealed record ListedFile(string Name, long Length, DateTimeOffset WrittenAt);

/// <summary>How a file presents itself to a browser that fetches it from the store itself.</summary>
/// <param name="FileName">The name under which it is saved; any text.</param>
public sealed record DownloadLabel(string ContentType, string FileName);

/// <summary>
/// All that a feature may ask of the file store. Names are paths of lower-case segments (<c>rayong-2567/uploads/01ab…</c>):
/// <c>a-z 0-9 . _ -</c>, not starting with a dot, 500 characters in all; another name is a bug of the caller
/// (<see cref="ArgumentException"/>). A file is there whole or not at all; an outage is <see cref="StorageUnavailableException"/>.
/// </summary>
public interface IFiles
{
    /// <summary>
    /// Begins a file. Nothing can be read under the name before <see cref="FileWriter.CommitAsync"/>; an existing file of the
    /// name is replaced whole then. Of two writers of one name at the same time one wins, and the other may fail as an outage.
    /// </summary>
    FileWriter OpenWrite(string name);

    /// <returns>A seekable stream that reads only what it is asked for, or null when there is no such file. When the name is
    /// replaced or deleted meanwhile, it goes on reading what it was opened on or fails as an outage; it never mixes the two.</returns>
    Task<Stream?> OpenAsync(string name, CancellationToken ct);

    /// <summary>Deleting what is not there is not an error.</summary>
    Task DeleteAsync(string name, CancellationToken ct);

    /// <summary>Files whose name starts with <paramref name="prefix"/> (ordinal; empty = all), in no promised order.</summary>
    IAsyncEnumerable<ListedFile> ListAsync(string prefix, CancellationToken ct);

    /// <summary>
    /// Makes an address at which anyone who has it can read this one file during <paramref name="life"/>. The store is not asked whether
    /// the file is there.
    /// </summary>
    /// <returns>Null when the store has no address of its own: the application streams the file then.</returns>
    Task<Uri?> AddressAsync(string name, DownloadLabel label, TimeSpan life, CancellationToken ct);
}

/// <summary>
/// The file store for exports that viewers' links may read; nothing in it names a person. It is apart from all other files, so that an
/// address into it cannot lead to them.
/// </summary>
public sealed record PublishedFiles(IFiles Files);
