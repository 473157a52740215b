using CddFunctions.Demo;
using CddFunctions.Tests.Demo;

[assembly: AssemblyFixture(typeof(DemoRun))]

namespace CddFunctions.Tests.Demo;

/// <summary>The demo, played once from beginning to end for all tests that look at what it leaves.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    private readonly StringWriter _output = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int? _exitCode;

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"cdd-demo-{Guid.NewGuid():N}");

    public string Output => _output.ToString();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Plays on the first call, so that a run of other tests does not wait for it.</summary>
    public async Task<int> PlayedAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _exitCode ??= await PlayDemo.RunAsync(new(Exit: true, Data: Folder), _output, TestContext.Current.CancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A sheet of a campaign's workbook.</summary>
    public async Task<ExportedTable> SheetAsync(string campaign, string title)
    {
        Assert.True(await PlayedAsync() == 0, Output);
        return ExportedTable.FromWorkbook(Path.Combine(Folder, "exports", campaign, "datasets.xlsx"), title);
    }

    /// <summary>The printed page of a campaign: a line of cells for each task, the total and the choices, by its first words.</summary>
    public async Task<IReadOnlyDictionary<string, object?[]>> SummaryAsync(string campaign)
    {
        Assert.True(await PlayedAsync() == 0, Output);
        return ExportedTable
            .Sheet(Path.Combine(Folder, "exports", campaign, "datasets.xlsx"), "สรุป")
            .Skip(4)
            .TakeWhile(r => r[0] is not null)
            .ToDictionary(r => (string)r[0]!, r => r, StringComparer.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }
}
