namespace CddFunctions.Reporting;

/// <summary>What a set of exported files says about itself.</summary>
/// <param name="Campaign">Id of the programme, e.g. <c>rayong-2567</c>.</param>
/// <param name="AsOf">The instant for which the rows hold (UTC); shown in Bangkok time, Thai long form.</param>
/// <param name="DefinitionRevision">Revision of the campaign definition the rows were made with.</param>
/// <param name="Label">Name of a frozen snapshot, if it has one.</param>
/// <param name="Filters">What the rows were restricted to, in words; empty = nothing left out.</param>
/// <param name="IncludePersonal">
/// False: every value of a personal column is replaced by <see cref="Datasets.Dataset.Mask"/>. The columns stay, so that
/// a report built on the files loads either way (PDPA s.22, s.37; rule V14).
/// </param>
/// <param name="Audit">Null for rows that no audit stands behind.</param>
public sealed record ExportContext(
    string Campaign,
    Caption Title,
    DateTimeOffset AsOf,
    string DefinitionRevision,
    string? Label = null,
    IReadOnlyList<Caption>? Filters = null,
    bool IncludePersonal = false,
    AuditEnd? Audit = null
);

/// <summary>
/// The last entry of the programme's audit when the export began. Whoever keeps the manifest can prove later that no entry up to
/// there was taken away or changed.
/// </summary>
public sealed record AuditEnd(long Entry, string Hash);

/// <summary>One file that was written.</summary>
/// <param name="Name"><c>datasets.xlsx</c>, <c>datasets/&lt;table&gt;.csv</c> or <c>manifest.json</c>.</param>
/// <param name="Rows">Data rows without headers (the workbook: of all its tables); null for the manifest.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Length">Bytes.</param>
public sealed record ExportedFile(string Name, long? Rows, string Sha256, long Length);
