namespace CddFunctions.Platform.Storage;

/// <summary>
/// Tries whether the stores take a write: one small document and one file, which is removed again. Whoever may ask asks as often as they
/// like, so a result counts for a while.
/// </summary>
public sealed class WriteProbe(IDocuments documents, IFiles files) : IDisposable
{
    private const string Partition = "health";
    private const string Id = "write-probe";

    /// <summary>Bytes of the file: a disk that has less room than this is as good as full.</summary>
    private const int FileBytes = 64 * 1024;

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(1);
    private (long At, bool Works)? _last;

    /// <returns>True when both stores took a write within the last 20 seconds, which are real ones also in a rehearsal.</returns>
    public async Task<bool> WorksAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_last is not { } last || TimeProvider.System.GetElapsedTime(last.At) > Life)
                _last = last = (TimeProvider.System.GetTimestamp(), await TryAsync(ct));
            return last.Works;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> TryAsync(CancellationToken ct)
    {
        try
        {
            // Another instance may write at the same moment. Then its write is the proof.
            var body = "{}"u8.ToArray();
            _ = await documents.ReadAsync(Partition, Id, ct) is { } before
                ? await documents.TryReplaceAsync(Partition, Id, before.Version, body, ct)
                : await documents.TryCreateAsync(Partition, Id, body, ct);
            var name = $"health/{Guid.NewGuid():n}";
            using var content = new MemoryStream(new byte[FileBytes]);
            await files.WriteAsync(name, content, FileBytes, ct);
            await files.DeleteAsync(name, ct);
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }
}
