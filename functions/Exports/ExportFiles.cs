using CddFunctions.Platform.Storage;

namespace CddFunctions.Exports;

/// <summary>The files of one export while rows are streamed into them: all are put in place at the end, or none is.</summary>
internal sealed class ExportFiles(IFiles files, Func<string, string> name) : IAsyncDisposable
{
    private readonly List<FileWriter> _written = [];

    public Stream Open(string file)
    {
        var writer = files.OpenWrite(name(file));
        _written.Add(writer);
        return writer.Content;
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        foreach (var file in _written)
            await file.CommitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _written)
            await file.DisposeAsync();
    }
}
