using System.Text;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Tests;

/// <summary>An export kept in memory, by file name.</summary>
internal sealed class Exported
{
    private readonly Dictionary<string, MemoryStream> _streams = new(StringComparer.Ordinal);

    private Exported() { }

    public required IReadOnlyList<ExportedFile> Files { get; set; }

    public IReadOnlyDictionary<string, byte[]> Bytes => _streams.ToDictionary(s => s.Key, s => s.Value.ToArray(), StringComparer.Ordinal);

    public MemoryStream Workbook => new(Bytes[DatasetExport.WorkbookName]);

    public static async Task<Exported> WriteAsync(DatasetRows rows, ExportContext? context = null)
    {
        var exported = new Exported { Files = [] };
        exported.Files = await DatasetExport.WriteAsync(
            context ?? Sample.Context,
            rows,
            exported.Open,
            TestContext.Current.CancellationToken
        );
        return exported;
    }

    public string Csv(string table) => Encoding.UTF8.GetString(Bytes[$"datasets/{table}.csv"]);

    private MemoryStream Open(string name) => _streams[name] = new MemoryStream();
}
