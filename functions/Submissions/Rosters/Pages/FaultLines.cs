using CddFunctions.Platform;

namespace CddFunctions.Submissions.Rosters.Pages;

/// <param name="First">The first fault that the line tells of: where its link leads.</param>
/// <param name="Rows">Rows, as people count: "4–6, 9"; empty when no row is meant.</param>
/// <param name="Column">Id of the column; empty when none is meant.</param>
public sealed record FaultLine(FieldError First, string Rows, string Column);

/// <summary>Pure: faults in few lines. The same fault of the same column in many rows is said once.</summary>
public static class FaultLines
{
    public static IReadOnlyList<FaultLine> Of(IReadOnlyList<FieldError> faults) =>
        [
            .. faults
                .GroupBy(f => (Path: ColumnOf(f.Path), f.Message))
                .Select(g => new FaultLine(
                    g.First(),
                    Rows([.. g.Select(f => RowOf(f.Path)).OfType<int>().Distinct().Order()]),
                    g.Key.Path
                )),
        ];

    /// <summary>rows[3].given → 3</summary>
    private static int? RowOf(string path) =>
        path.StartsWith("rows[", StringComparison.Ordinal)
        && int.TryParse(path.AsSpan(5, Math.Max(0, path.IndexOf(']', StringComparison.Ordinal) - 5)), out var row)
            ? row
            : null;

    private static string ColumnOf(string path) =>
        RowOf(path) is null ? path : path[(path.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart('.');

    private static string Rows(IReadOnlyList<int> rows)
    {
        var runs = new List<(int From, int To)>();
        foreach (var row in rows)
        {
            if (runs.Count > 0 && runs[^1].To == row - 1)
                runs[^1] = (runs[^1].From, row);
            else
                runs.Add((row, row));
        }

        return string.Join(", ", runs.Select(r => r.From == r.To ? $"{r.From}" : $"{r.From}–{r.To}"));
    }
}
