using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CddFunctions.Reporting.Datasets;
using CddFunctions.Reporting.Summaries;

namespace CddFunctions.Reporting.Excel;

/// <summary>
/// Writes the workbook: ClosedXML's design part by part in its usual form, with the rows streamed into the tables' sheets, because
/// ClosedXML holds every cell in memory. What depends on the rows (table parts, title sheet, summary) goes
/// last. Equal rows and context give equal bytes.
/// </summary>
internal sealed class WorkbookFile : IAsyncDisposable
{
    private readonly ExportContext _context;
    private readonly WorkbookDesign _drawn;
    private readonly DesignPackage _design;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    private WorkbookFile(ExportContext context, Stream output)
    {
        _context = context;
        _drawn = WorkbookDesign.Draw(context);
        _design = new(_drawn.Package);
        _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    }

    public static async Task<WorkbookFile> StartAsync(ExportContext context, Stream output, CancellationToken ct)
    {
        var file = new WorkbookFile(context, output);
        await file.CopyFixedPartsAsync(ct);
        return file;
    }

    /// <summary>Opens the table's sheet for rows. One at a time: finish it before the next.</summary>
    public async Task<SheetFile> OpenAsync(Dataset dataset, CancellationToken ct)
    {
        var part = _design.SheetPart(dataset.Title.Th);
        return await SheetFile.StartAsync(dataset, CreatePart(part), SheetTemplate.Of(_design.Read(part)), ct);
    }

    public void Finished(Dataset dataset, int rows) => _rows[dataset.Name] = rows;

    /// <summary>Writes the parts that depend on the rows: table parts, title sheet and summary.</summary>
    public async Task CompleteAsync(Summary summary, CancellationToken ct)
    {
        foreach (var dataset in DatasetCatalogue.All)
        {
            var part = _design.TablePart(_design.SheetPart(dataset.Title.Th));
            await WriteAsync(part, WithRows(_design.Read(part), dataset.Columns.Count, _rows[dataset.Name]), ct);
        }

        var title = _design.SheetPart(TitleSheet.Name);
        await WriteAsync(title, WithCounts(_design.Read(title)), ct);
        var page = _design.SheetPart(SummarySheet.Name);
        await using var to = CreatePart(page);
        await SummarySheet.WriteAsync(to, _design.Read(page), summary, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _zip.DisposeAsync();
        _design.Dispose();
        await _drawn.Package.DisposeAsync();
    }

    private async Task CopyFixedPartsAsync(CancellationToken ct)
    {
        var later = DatasetCatalogue.All.Select(d => _design.SheetPart(d.Title.Th)).ToList();
        later.AddRange(later.Select(_design.TablePart).ToArray());
        var dictionary = _design.SheetPart(DictionarySheet.Name);
        later.AddRange([_design.SheetPart(TitleSheet.Name), _design.SheetPart(SummarySheet.Name), dictionary]);
        later.Add(DesignPackage.Workbook);
        foreach (var part in _design.Parts.Except(later, StringComparer.Ordinal))
            await WriteAsync(UsualForm.NameOf(part), UsualForm.Of(part, _design.Read(part)), ct);

        await WriteAsync(DesignPackage.Workbook, PrintTitles.Anchored(_design.Read(DesignPackage.Workbook)), ct);
        await WriteAsync(dictionary, SheetTemplate.Tidy(_design.Read(dictionary)), ct);
    }

    private async Task WriteAsync(string part, string text, CancellationToken ct)
    {
        await using var to = CreatePart(part);
        await to.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    private Stream CreatePart(string part)
    {
        var entry = _zip.CreateEntry(part, CompressionLevel.Fastest);
        entry.LastWriteTime = _context.AsOf.ToOffset(ThaiTime.Bangkok);
        return entry.Open();
    }

    private static string WithRows(XDocument table, int columns, int rows)
    {
        var last = TableSheet.HeaderRow + Math.Max(1, rows);
        var area = string.Create(CultureInfo.InvariantCulture, $"A{TableSheet.HeaderRow}:{RowWriter.ColumnName(columns - 1)}{last}");
        table.Root!.SetAttributeValue("ref", area);
        table.Root.Element(SheetTemplate.Main + "autoFilter")!.SetAttributeValue("ref", area);
        return UsualForm.WithoutPrefix(table);
    }

    private string WithCounts(XDocument title)
    {
        var cells = title.Descendants(SheetTemplate.Main + "c").ToDictionary(c => (string)c.Attribute("r")!, StringComparer.Ordinal);
        foreach (var (table, address) in _drawn.CountCells)
            cells[address].Element(SheetTemplate.Main + "v")!.SetValue(_rows[table]);

        return SheetTemplate.Tidy(title);
    }
}
