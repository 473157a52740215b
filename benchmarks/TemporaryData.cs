namespace CddFunctions.Benchmarks;

/// <summary>A data folder that goes away.</summary>
internal sealed class TemporaryData : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cdd-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
