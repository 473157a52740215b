namespace CddFunctions.Platform.Storage;

/// <param name="Headers">What the PUT to the address must carry, besides its length.</param>
public sealed record UploadAddress(Uri Uri, IReadOnlyDictionary<string, string> Headers);

/// <param name="Version">Of these bytes: whoever sends again to the same address makes another.</param>
/// <param name="Md5">Lower-case hexadecimal, as the store has it: its own sum of a file that came in one PUT, the sender's
/// word for one that came in blocks. Null when it has none.</param>
public sealed record ArrivedFile(string Name, long Length, string Version, string? Md5);

/// <summary>
/// The door through which clients send files past the application, where the store has one: bodies through the Functions host
/// end at 100 MB. What arrives is nobody's until it is kept under a name of its own, because the sender's address goes on
/// writing until it expires. Names and outages as in <see cref="IFiles"/>.
/// </summary>
public interface IIncoming
{
    /// <summary>
    /// Where the addresses lead (<c>https://name.blob.core.windows.net</c>), for the policy of pages that send files; null when the
    /// application takes the bytes itself.
    /// </summary>
    string? Origin { get; }

    /// <returns>An address that takes this one file for so long and gives nothing; null when the application takes the bytes
    /// itself.</returns>
    Task<UploadAddress?> AnnounceAsync(string name, TimeSpan life, CancellationToken ct);

    Task<ArrivedFile?> FindAsync(string name, CancellationToken ct);

    /// <returns>As <see cref="IFiles.OpenAsync"/>: these bytes or an outage, never those of a later PUT.</returns>
    Stream Open(ArrivedFile file);

    /// <summary>Copies it to the file store, inside the store.</summary>
    /// <returns>False when it is not there any more in this version.</returns>
    Task<bool> KeepAsync(ArrivedFile file, string name, CancellationToken ct);

    /// <summary>Removes this version; a later one stays.</summary>
    Task RemoveAsync(ArrivedFile file, CancellationToken ct);

    IAsyncEnumerable<ArrivedFile> ListAsync(string prefix, CancellationToken ct);
}
