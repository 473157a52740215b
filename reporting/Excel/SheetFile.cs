using System.Globalization;
using System.Text;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Excel;

/// <summary>One table's sheet while its rows are written.</summary>
internal sealed class SheetFile : IAsyncDisposable
{
    private readonly string _table;
    private readonly Stream _part;
    private readonly SheetTemplate _template;
    private readonly RowWriter _rows;

    private SheetFile(Dataset dataset, Stream part, SheetTemplate template)
    {
        (_table, _part, _template) = (dataset.Name, part, template);
        _rows = new(part, template.Styles, new([.. dataset.Columns.Select(TableSheet.Wrap)]));
    }

    public int Rows { get; private set; }

    public static async Task<SheetFile> StartAsync(Dataset dataset, Stream part, SheetTemplate template, CancellationToken ct)
    {
        await part.WriteAsync(Encoding.UTF8.GetBytes(template.Head), ct);
        return new(dataset, part, template);
    }

    /// <exception cref="TableTooLongException">The worksheet is full.</exception>
    public ValueTask WriteAsync(ReadOnlySpan<Cell> row, CancellationToken ct)
    {
        var number = TableSheet.FirstDataRow + Rows;
        if (number > ExcelLimits.Rows)
        {
            throw new TableTooLongException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_table} has more than the {Rows:N0} rows that a worksheet can hold; filter the export"
                )
            );
        }

        Rows++;
        return _rows.WriteAsync(number, row, ct);
    }

    public async Task CompleteAsync(CancellationToken ct)
    {
        await _rows.FlushAsync(ct);
        await _part.WriteAsync(Encoding.UTF8.GetBytes(_template.Tail), ct);
    }

    public ValueTask DisposeAsync() => _part.DisposeAsync();
}
