using CddFunctions.Platform.Storage;

namespace CddFunctions.Exports;

/// <summary>Where the files of exports are: those in full with all other files, those with personal values masked where
/// viewers may read.</summary>
public sealed class SnapshotPlaces(IFiles files, PublishedFiles published)
{
    public IReadOnlyList<IFiles> All => [files, published.Files];

    /// <param name="personal">In full; false = masked.</param>
    public IFiles Of(bool personal) => personal ? files : published.Files;

    /// <remarks>
    /// Version 0.1.0 kept full and masked files in one place. Its frozen
    /// exports are kept for good, so files are looked for there too.
    /// </remarks>
    public async Task<Stream?> OpenAsync(bool personal, string name, CancellationToken ct) =>
        await Of(personal).OpenAsync(name, ct) ?? await files.OpenAsync(name, ct);
}
