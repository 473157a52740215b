using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters;

/// <summary>Body of a roster as JSON.</summary>
public sealed record RosterRequest(IReadOnlyList<JsonElement> Entries);

public sealed record RosterAnswer(IReadOnlyList<JsonObject> Entries, IReadOnlyList<RosterChange> Changes);

/// <summary>
/// Puts the whole list of a unit in place: exactly the right number, nobody twice, every bad row named; and says what
/// was added, removed and corrected against the list the province last gave or accepted (Phayao ข้อ ๑).
/// </summary>
public sealed class PutRoster(RosterStore store, SubmissionStore submissions, Places places, SubmissionAudit audit, TimeProvider clock)
{
    // A roster's document holds two lists: as it stands, and the one it is compared with.
    private const int MostBytes = DocumentLimits.BodyBytes / 2 - 10_000;

    public async Task<IResult> RunAsync(
        RosterTarget found, Caller caller, RosterWorkbook.Sheet sheet, FieldFaults faults, CancellationToken ct)
    {
        var target = found.Target;
        if (caller.Role is not CallerRole.Admin
            && await submissions.FindAsync(target.Campaign, target.Id, ct) is { Value.Current.Decision.Accepted: true })
        {
            return SubmissionProblems.AlreadyAccepted().ToResult();
        }

        var context = new FieldContext(target.Campaign, target.Unit, await places.OfAsync(target.Campaign, ct));
        var read = faults.None ? FormReader.ReadRows(found.Table, sheet.Rows, sheet.Numbers, context, faults) : [];
        if (!faults.None)
            return SubmissionProblems.RulesBroken(faults.All).ToResult();
        if (read.ToBody().Length > MostBytes)
            return CommonProblems.TooLarge().ToResult();

        var answer = await SaveAsync(found, caller, read, ct);
        await audit.RosterPutAsync(found, caller, answer);
        return TypedResults.Ok(answer);
    }

    /// <summary>Also called when a hand-in carries the list itself: the roster is always the list as it stands.</summary>
    public async Task<RosterAnswer> SaveAsync(RosterTarget found, Caller caller, IReadOnlyList<JsonObject> entries, CancellationToken ct)
    {
        var (target, roster) = found;
        while (true)
        {
            var before = await store.FindAsync(target.Campaign, roster, target.Unit, ct);
            var known = before?.Value.Baseline ?? [];
            var list = new RosterList(
                roster.Id, target.Unit.Code, entries, caller.Role is CallerRole.Admin ? entries : known,
                clock.GetUtcNow(), caller.Link ?? caller.Subject);
            if (await store.TryWriteAsync(target.Campaign, before, list, ct))
                return Answer(found.Table, known, entries);
        }
    }

    public static RosterAnswer Answer(Field table, IReadOnlyList<JsonObject> baseline, IReadOnlyList<JsonObject> entries)
    {
        var columns = table.Columns ?? [];
        return new(entries, RosterChanges.Between(
            baseline, entries, RosterForms.NameColumns(columns) ?? [], columns.FirstOrDefault(c => c.Kind is FieldKind.Phone)?.Id));
    }
}
