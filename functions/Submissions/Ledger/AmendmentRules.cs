using CddFunctions.Campaigns;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.Ledger;

/// <summary>
/// Pure: what a new definition may not do to what was handed in (docs/rules.md 2.3, rule 10): hide it, or make overdue what was accepted.
/// </summary>
public static class AmendmentRules
{
    /// <param name="now">Every obligation under the definition in force.</param>
    /// <param name="then">Every obligation under the proposed one, at the same moment.</param>
    public static IReadOnlyList<Text> Objections(LaunchedCampaign inForce, IReadOnlyList<Obligation> now, IReadOnlyList<Obligation> then)
    {
        var after = then.ToDictionary(r => (r.Task, r.Unit));
        var hidden = Count(now.Where(r => r.SubmittedAt is not null && !after.ContainsKey((r.Task, r.Unit))));
        var overdue = Count(
            now.Where(r =>
                r.State is ObligationState.Accepted && after.GetValueOrDefault((r.Task, r.Unit))?.State is ObligationState.Overdue
            )
        );
        return [.. hidden.Select(t => Hidden(Name(t.Key), t.Value)), .. overdue.Select(t => Overdue(Name(t.Key), t.Value))];

        Text Name(string task) => inForce.FindTask(task)!.Title;
    }

    private static IEnumerable<KeyValuePair<string, int>> Count(IEnumerable<Obligation> rows) =>
        rows.CountBy(r => r.Task, StringComparer.Ordinal);

    private static Text Hidden(Text task, int units) =>
        new(
            $"งาน “{task.Th}” มี {units} หน่วยงานส่งแล้ว แต่แฟ้มใหม่ไม่มีงานนี้ของหน่วยงานเหล่านั้น งานที่ส่งไว้จะไม่มีใครเห็น ให้คงรหัสงานและหน่วยงานไว้ในแฟ้ม",
            $"{units} units have handed in '{task.En}', which the new file no longer has for them: nobody would see it. Keep the task and its units."
        );

    private static Text Overdue(Text task, int units) =>
        new(
            $"งาน “{task.Th}” รับแล้ว {units} หน่วยงาน แต่จะกลายเป็นเกินกำหนดตามแฟ้มใหม่ ให้แก้จำนวนครั้งหรือกำหนดส่งของงานนี้",
            $"'{task.En}' was accepted from {units} units and would be overdue by the new file. Change how often or by when it is due."
        );
}

/// <summary>Asks <see cref="AmendmentRules"/> about what is on record now.</summary>
public sealed class AmendmentObjections(ObligationLedger ledger)
{
    public async Task<IReadOnlyList<Text>> OfAsync(LaunchedCampaign inForce, LaunchedCampaign proposed, CancellationToken ct) =>
        AmendmentRules.Objections(inForce, await ledger.RowsAsync(inForce, ct), await ledger.RowsAsync(proposed, ct));
}
