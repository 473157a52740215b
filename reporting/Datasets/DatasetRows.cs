namespace CddFunctions.Reporting.Datasets;

/// <summary>The rows of every table, as streams. Each is enumerated once, one after the other, in this order.</summary>
public sealed record DatasetRows(
    IAsyncEnumerable<ObligationRow> Obligations,
    IAsyncEnumerable<SubmissionRow> Submissions,
    IAsyncEnumerable<RosterEntryRow> RosterEntries,
    IAsyncEnumerable<RosterChangeRow> RosterChanges,
    IAsyncEnumerable<UnitRow> Units,
    IAsyncEnumerable<TaskRow> Tasks,
    IAsyncEnumerable<DateRow> Dates
);

/// <summary>Every exported table, in the order of the workbook. A new table is a row type, a stream and a line here.</summary>
public static class DatasetCatalogue
{
    public static IReadOnlyList<Dataset> All { get; } =
    [
        new Dataset<ObligationRow>(rows => rows.Obligations),
        new Dataset<SubmissionRow>(rows => rows.Submissions),
        new Dataset<RosterEntryRow>(rows => rows.RosterEntries),
        new Dataset<RosterChangeRow>(rows => rows.RosterChanges),
        new Dataset<UnitRow>(rows => rows.Units),
        new Dataset<TaskRow>(rows => rows.Tasks),
        new Dataset<DateRow>(rows => rows.Dates),
    ];
}
