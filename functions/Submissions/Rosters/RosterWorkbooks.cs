using System.Threading.RateLimiting;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Sheets;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// Lists as Excel workbooks. The visible sheet that has the header is read; the header is found by its captions (Thai, English or field id,
/// in any order). At most 5 MB and 5,000 rows. Two workbooks are read at a time and twenty wait, whoever comes then is asked to come again.
/// </summary>
public sealed class RosterWorkbooks : IDisposable
{
    /// <summary>Where faults of the workbook as a whole are named.</summary>
    public const string Path = "file";

    private readonly ConcurrencyLimiter _gate;

    public RosterWorkbooks()
        : this(new(new() { PermitLimit = 2, QueueLimit = 20 })) { }

    internal RosterWorkbooks(ConcurrencyLimiter gate) => _gate = gate;

    private sealed record Candidate(SheetName Sheet, int Number, RosterHeader Header);

    /// <returns>The rows, none when there are faults; or 503 with the time to wait while too many workbooks are being read.</returns>
    public async Task<Outcome<RosterRows>> ReadAsync(byte[] bytes, Field table, FieldFaults faults, CancellationToken ct)
    {
        using var place = await _gate.AcquireAsync(1, ct);
        if (!place.IsAcquired)
            return RosterProblems.Busy();

        using var stream = new MemoryStream(bytes, writable: false);
        if (SheetKinds.Refuse(stream) is { } other)
            faults.Rule(new(Path, other.Code, other.Message));
        else
            foreach (var refusal in MediaRules.Refuse(new([MediaType.Xlsx]), await MediaInspector.InspectAsync(stream, ct)))
                faults.Rule(new(Path, refusal.Code, refusal.Message));
        return faults.None ? Read(stream, table, faults) : RosterRows.None;
    }

    public void Dispose() => _gate.Dispose();

    private static RosterRows Read(MemoryStream stream, Field table, FieldFaults faults)
    {
        stream.Position = 0;
        var (rows, isTooComplex) = SheetBook.Read(stream, book => Read(book, table, faults));
        if (rows is not null)
            return rows;

        if (isTooComplex)
            faults.Rule(
                Path,
                "too-complex-file",
                "ไฟล์ Excel มีข้อมูลหรือรูปแบบเซลล์มากเกินไป ให้คัดลอกเฉพาะตารางรายชื่อไปไว้ในไฟล์ใหม่แล้วส่งอีกครั้ง",
                "The workbook holds too much data or formatting. Copy only the list into a new workbook and send that."
            );
        else
            faults.Rule(
                Path,
                "broken-file",
                "อ่านไฟล์ Excel ไม่ได้ กรุณาบันทึกใหม่แล้วส่งอีกครั้ง",
                "The workbook cannot be read. Save it again and send it again."
            );
        return RosterRows.None;
    }

    private static RosterRows Read(SheetBook book, Field table, FieldFaults faults)
    {
        List<Candidate> found = [.. book.Sheets.Where(s => s.IsVisible).Select(s => Find(book, s, table)).OfType<Candidate>()];
        if (found is [var only])
        {
            var rows = book.Rows(only.Sheet).SkipWhile(r => r.Number <= only.Number);
            only.Header.Check(
                only.Number,
                rows.FirstOrDefault() is { } next && next.Number == only.Number + 1 ? next.Cells : new Dictionary<int, string>(),
                table,
                Path,
                faults
            );
            return RosterRows.Below(only.Header, rows, table, Path, faults);
        }

        if (found.Count == 0)
            faults.Rule(
                Path,
                "header-missing",
                $"ไม่พบแถวหัวตารางใน {RosterHeader.Within} แถวแรกของแผ่นงานใด หัวตารางที่ระบบหา: {Captions(table, c => c.Th)}",
                $"No sheet has a header row in its first {RosterHeader.Within} rows. It is looked for by: {Captions(table, c => c.En)}."
            );
        else
            faults.Rule(
                Path,
                "several-lists",
                $"มีรายชื่อในหลายแผ่นงาน: {Names(found, "“", "”")} ให้เหลือแผ่นงานเดียว หรือซ่อนแผ่นงานที่ไม่ใช้",
                $"Several sheets hold a list: {Names(found, "'", "'")}. Keep one of them, or hide those that do not count."
            );
        return RosterRows.None;
    }

    private static Candidate? Find(SheetBook book, SheetName sheet, Field table)
    {
        foreach (var row in book.Rows(sheet).TakeWhile(r => r.Number <= RosterHeader.Within))
        {
            if (RosterHeader.Find(row.Cells, table) is { } header)
                return new(sheet, row.Number, header);
        }

        return null;
    }

    private static string Names(List<Candidate> found, string open, string close) =>
        string.Join(" ", found.Select(c => $"{open}{Platform.Thai.ThaiText.Clip(c.Sheet.Name, 31)}{close}"));

    private static string Captions(Field table, Func<Field, string> name) => string.Join(" · ", (table.Columns ?? []).Select(name));
}
