using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Folder;

/// <summary>Writes a file under a temporary name; the commit puts it in place by fsync and rename.</summary>
internal sealed class FolderWriter(string name, string path, string root, string temporary, TimeProvider clock) : FileWriter(name)
{
    private readonly FileStream _file = Disk.Guard(() => Disk.Create(temporary));

    protected override async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        await Disk.GuardAsync(() => _file.WriteAsync(bytes, ct).AsTask());

    protected override void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _file.Write(bytes);
        }
        catch (Exception e) when (Disk.IsOutage(e)) // a span cannot go into a guarded function
        {
            throw Disk.Outage(e);
        }
    }

    protected override async Task KeepAsync(CancellationToken ct)
    {
        Disk.Guard(() => _file.Flush(flushToDisk: true));
        await _file.DisposeAsync();
        Disk.Guard(() => Disk.MoveIntoPlace(temporary, path, root, clock.GetUtcNow()));
    }

    protected override async ValueTask DropAsync()
    {
        await _file.DisposeAsync();
        Disk.Guard(() => File.Delete(temporary));
    }
}
