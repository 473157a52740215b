namespace CddFunctions.Platform.Storage;

/// <param name="Headers">What the PUT to the address must carry, besides its length.</param>
public sealed record UploadAddress(Uri Uri, IReadOnlyDictionary<string, string> Headers);

/// <param name="Version">Version of these bytes. A sender who writes to the same address again makes another version.</param>
/// <param name="Md5">Lower-case hexadecimal, as the store reports it: computed by the store for a file that came in one PUT, stated by the
/// sender for one that came in blocks. Null when the store has none.</param>
public sealed record ArrivedFile(string Name, long Length, string Version, string? Md5);

/// <summary>
/// Files that clients send to the store itself, past the application, because bodies through the Functions host end at 100 MB. A file that
/// arrived belongs to nothing until <see cref="KeepAsync"/> copies it to a name of its own: its sender can overwrite it until the address
/// expires. Names and outages as in <see cref="IFiles"/>.
/// </summary>
public interface IIncoming
{
    /// <summary>
    /// Where the addresses lead (<c>https://name.blob.core.windows.net</c>), for the policy of pages that send files; null when the
    /// application takes the bytes itself.
    /// </summary>
    string? Origin { get; }

    /// <returns>An address to which this one file can be written during <paramref name="life"/> and from which nothing can be read; null
    /// when the application takes the bytes itself.</returns>
    Task<UploadAddress?> AnnounceAsync(string name, TimeSpan life, CancellationToken ct);

    Task<ArrivedFile?> FindAsync(string name, CancellationToken ct);

    /// <returns>As <see cref="IFiles.OpenAsync"/>: these bytes or an outage, never those of a later PUT.</returns>
    Stream Open(ArrivedFile file);

    /// <summary>Copies the file into the file store as <paramref name="name"/>; its bytes do not pass through the application.</summary>
    /// <returns>False when the file is no longer there in this version.</returns>
    Task<bool> KeepAsync(ArrivedFile file, string name, CancellationToken ct);

    /// <summary>Removes this version; a later one stays.</summary>
    Task RemoveAsync(ArrivedFile file, CancellationToken ct);

    IAsyncEnumerable<ArrivedFile> ListAsync(string prefix, CancellationToken ct);
}
