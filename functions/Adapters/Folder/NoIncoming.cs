using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Folder;

/// <summary>On one machine all bytes come through the application.</summary>
public sealed class NoIncoming : IIncoming
{
    public string? Origin => null;

    public Task<UploadAddress?> AnnounceAsync(string name, TimeSpan life, CancellationToken ct) => Task.FromResult<UploadAddress?>(null);

    public Task<ArrivedFile?> FindAsync(string name, CancellationToken ct) => Task.FromResult<ArrivedFile?>(null);

    public Stream Open(ArrivedFile file) => throw NothingArrives();

    public Task<bool> KeepAsync(ArrivedFile file, string name, CancellationToken ct) => throw NothingArrives();

    public Task RemoveAsync(ArrivedFile file, CancellationToken ct) => throw NothingArrives();

    public IAsyncEnumerable<ArrivedFile> ListAsync(string prefix, CancellationToken ct) => AsyncEnumerable.Empty<ArrivedFile>();

    private static InvalidOperationException NothingArrives() => new("A folder has no door of its own.");
}
