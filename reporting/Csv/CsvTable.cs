using CddFunctions.Reporting.Datasets;
using CsvHelper;

namespace CddFunctions.Reporting.Csv;

/// <summary>
/// One table as CSV: UTF-8 with byte order mark (Excel needs it for Thai), CRLF, commas; dates <c>yyyy-MM-dd</c> CE,
/// instants ISO 8601 with +07:00, yes/no as <c>true</c>/<c>false</c>, no value as an empty field.
/// </summary>
/// <remarks>
/// A text that a spreadsheet could run as a formula (it begins with = + - @ or their wide forms, tab or a line break) gets an apostrophe in
/// front and is quoted, as OWASP advises: who reads the file by program takes that apostrophe off. Numbers are left alone.
/// CSV cannot say that 0123 is a text: the workbook is the file to open in Excel.
/// </remarks>
internal sealed class CsvTable : IAsyncDisposable
{
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        NewLine = "\r\n",
        TrueValue = "true",
        FalseValue = "false",
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r\n",
    };

    private readonly CsvWriter _csv;

    public CsvTable(Stream output, Dataset dataset)
    {
        _csv = CsvWriter.Create(output, Options, leaveOpen: true);
        _csv.WriteHeader([.. dataset.Columns.Select(c => c.Name)]);
    }

    public ValueTask WriteAsync(ReadOnlySpan<Cell> row, CancellationToken ct)
    {
        foreach (ref readonly var cell in row)
            Write(cell);

        return _csv.EndRecordAsync(ct);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private void Write(in Cell cell)
    {
        switch (cell.Type)
        {
            case CellType.Text:
                _csv.WriteField(cell.Text is ['＝' or '＋' or '－' or '＠', ..] ? '\'' + cell.Text : cell.Text);
                break;
            case CellType.Number:
                _csv.WriteField(cell.Number);
                break;
            case CellType.Date:
                _csv.WriteField(cell.Date, "yyyy-MM-dd");
                break;
            case CellType.Instant:
                _csv.WriteField(cell.Instant, "yyyy-MM-ddTHH:mm:sszzz");
                break;
            case CellType.YesNo:
                _csv.WriteField(cell.IsYes);
                break;
            default:
                _csv.WriteField(string.Empty);
                break;
        }
    }
}
