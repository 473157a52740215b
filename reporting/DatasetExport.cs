using CddFunctions.Reporting.Csv;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Excel;
using CddFunctions.Reporting.Summaries;

namespace CddFunctions.Reporting;

/// <summary>Writes the tables as one workbook and as CSV files, with a manifest that says what was written.</summary>
public static class DatasetExport
{
    public const string WorkbookName = "datasets.xlsx";
    public const string ManifestName = "manifest.json";

    /// <summary>
    /// Enumerates each stream once: sheet and CSV are fed in the same pass, the obligations
    /// are summed up on their way, and memory does not grow with the rows. When it
    /// throws (a stream, a file, a table too long for Excel), the files so far are useless: there is no manifest.
    /// </summary>
    /// <param name="openFile">
    /// Opens a file for writing by its name (see <see cref="ExportedFile"/>); the stream is written once, forward, and
    /// disposed. The workbook stays open while the CSV files come and go; the manifest is last.
    /// </param>
    /// <returns>The workbook, the CSV files in the order of the tables, the manifest.</returns>
    /// <exception cref="TableTooLongException">A table has more rows than a worksheet (1,048,574).</exception>
    public static async Task<IReadOnlyList<ExportedFile>> WriteAsync(
        ExportContext context,
        DatasetRows rows,
        Func<string, Stream> openFile,
        CancellationToken ct
    )
    {
        var tables = new List<ExportedFile>();
        var summary = new Summary();
        var watched = rows with { Obligations = summary.WatchAsync(rows.Obligations, ct) };
        ExportedFile book;
        await using (var output = new MeasuredStream(openFile(WorkbookName)))
        {
            await using (var workbook = await WorkbookFile.StartAsync(context, output, ct))
            {
                foreach (var dataset in DatasetCatalogue.All)
                    tables.Add(await WriteTableAsync(dataset, context, watched, workbook, openFile, ct));

                await workbook.CompleteAsync(summary, ct);
            }

            book = output.Describe(WorkbookName, tables.Sum(t => t.Rows));
        }

        ExportedFile[] files = [book, .. tables];
        return [.. files, await WriteManifestAsync(context, files, openFile, ct)];
    }

    private static async Task<ExportedFile> WriteTableAsync(
        Dataset dataset,
        ExportContext context,
        DatasetRows rows,
        WorkbookFile workbook,
        Func<string, Stream> openFile,
        CancellationToken ct
    )
    {
        var name = $"datasets/{dataset.Name}.csv";
        await using var output = new MeasuredStream(openFile(name));
        await using var sheet = await workbook.OpenAsync(dataset, ct);
        await using (var csv = new CsvTable(output, dataset))
        {
            await foreach (var cells in dataset.ReadAsync(rows, context.IncludePersonal, ct))
            {
                await sheet.WriteAsync(cells, ct);
                await csv.WriteAsync(cells, ct);
            }
        }

        await sheet.CompleteAsync(ct);
        workbook.Finished(dataset, sheet.Rows);
        return output.Describe(name, sheet.Rows);
    }

    private static async Task<ExportedFile> WriteManifestAsync(
        ExportContext context,
        IReadOnlyList<ExportedFile> files,
        Func<string, Stream> openFile,
        CancellationToken ct
    )
    {
        await using var output = new MeasuredStream(openFile(ManifestName));
        await output.WriteAsync(Manifest.Of(context, files), ct);
        return output.Describe(ManifestName, rows: null);
    }
}
