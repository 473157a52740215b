using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters;

/// <summary>Body of a roster as JSON.</summary>
public sealed record RosterRequest(IReadOnlyList<JsonElement> Entries);

public sealed record RosterAnswer(IReadOnlyList<JsonObject> Entries, IReadOnlyList<RosterChange> Changes);

/// <param name="Version">Version of the list that is now stored.</param>
public sealed record SavedRoster(RosterAnswer Answer, string Version);

/// <summary>
/// Puts the whole list of a unit in place: exactly the right number, nobody twice, every bad row named; and says what
/// was added, removed and corrected against the list the province last gave or accepted (Phayao ข้อ ๑).
/// </summary>
public sealed class PutRoster(RosterStore store, SubmissionStore submissions, Places places, SubmissionAudit audit, TimeProvider clock)
{
    // A roster's document holds two lists: as it stands, and the one it is compared with.
    private const int MostBytes = DocumentLimits.BodyBytes / 2 - 10_000;

    /// <param name="seen">Tells whether the caller has read the stored version (null = nothing is stored). Null replaces any version.
    /// </param>
    /// <returns>The list and its changes, or a refusal: 409 once it is accepted (not for administrators), closed or frozen, 412 when the
    /// stored version was not seen, 422 with every fault, 413 when it is too large.</returns>
    public async Task<Outcome<SavedRoster>> RunAsync(
        RosterTarget found,
        Caller caller,
        RosterRows sheet,
        FieldFaults faults,
        Func<string?, bool>? seen,
        CancellationToken ct
    )
    {
        var target = found.Target;
        if (await RefuseAsync(found, caller, ct) is { } closed)
            return closed;

        var read = await ReadAsync(found, sheet, faults, ct);
        if (!faults.None)
            return SubmissionProblems.RulesBroken(faults.All);
        if (read.ToBody().Length > MostBytes)
            return CommonProblems.TooLarge();

        return await SaveAsync(
            found,
            caller,
            read,
            async before =>
                await RefuseAsync(found, caller, before, ct)
                ?? (seen?.Invoke(before?.Version) is false ? SubmissionProblems.Stale() : null),
            answer => audit.RosterPut(found, caller, answer),
            ct
        );
    }

    /// <summary>
    /// Whether the list may change now. The first list of all is no change of a frozen one: the province may still put it in place.
    /// </summary>
    public async Task<Problem?> RefuseAsync(RosterTarget found, Caller caller, CancellationToken ct) =>
        await RefuseAsync(found, caller, await store.FindAsync(found.Target.Campaign, found.Roster, found.Target.Unit, ct), ct);

    private async Task<Problem?> RefuseAsync(RosterTarget found, Caller caller, StoredRoster? before, CancellationToken ct)
    {
        var target = found.Target;
        var byProvince = caller.Role is CallerRole.Admin;
        if (byProvince && before is null)
            return null;

        var handedIn = await submissions.FindAsync(target.Campaign, target.Id, ct);
        return SubmissionRules.RefuseList(target, handedIn?.Value, byProvince, clock.GetUtcNow());
    }

    /// <summary>The rows as they would be kept, with their faults: nothing is written.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadAsync(RosterTarget found, RosterRows sheet, FieldFaults faults, CancellationToken ct)
    {
        if (!faults.None && sheet.Rows.Count == 0)
            return [];

        var context = await FieldContext.OfAsync(places, found.Target.Campaign, found.Target.Unit, clock.GetUtcNow(), ct);
        return FormReader.ReadRows(await AskedAsync(found, ct), sheet.Rows, sheet.Numbers, context, faults);
    }

    /// <summary>The table with the questions that this unit has to answer.</summary>
    public async Task<Field> AskedAsync(RosterTarget found, CancellationToken ct) =>
        RosterForms.Asked(
            found.Table,
            await store.FindAsync(found.Target.Campaign, found.Roster, found.Target.Unit, ct) is { Value.Baseline.Count: > 0 }
        );

    /// <summary>Stores the list that a hand-in brings along. It leaves no audit entry of its own, because the hand-in leaves one.</summary>
    public Task SaveAsync(RosterTarget found, Caller caller, IReadOnlyList<JsonObject> entries, CancellationToken ct) =>
        SaveAsync(found, caller, entries, null, null, ct);

    /// <param name="refuse">Asked about the stored list before each try: an acceptance that comes between is such a list, too.</param>
    private async Task<Outcome<SavedRoster>> SaveAsync(
        RosterTarget found,
        Caller caller,
        IReadOnlyList<JsonObject> entries,
        Func<StoredRoster?, Task<Problem?>>? refuse,
        Func<RosterAnswer, Deed>? deed,
        CancellationToken ct
    )
    {
        var (target, roster) = found;
        while (true)
        {
            var before = await store.FindAsync(target.Campaign, roster, target.Unit, ct);
            if (refuse is not null && await refuse(before) is { } refusal)
                return refusal;

            var known = before?.Value.Baseline ?? [];
            var list = new RosterList(
                roster.Id,
                target.Unit.Code,
                entries,
                caller.Role is CallerRole.Admin ? entries : known,
                clock.GetUtcNow(),
                caller.By
            );
            var answer = Answer(found.Table, known, entries);
            if (await store.TryWriteAsync(target.Campaign, before, list, deed?.Invoke(answer), ct) is { } version)
                return new SavedRoster(answer, version);
        }
    }

    public static RosterAnswer Answer(Field table, IReadOnlyList<JsonObject> baseline, IReadOnlyList<JsonObject> entries)
    {
        var columns = table.Columns ?? [];
        return new(
            entries,
            RosterChanges.Between(
                baseline,
                entries,
                RosterForms.NameColumns(columns) ?? [],
                columns.FirstOrDefault(c => c.Kind is FieldKind.Phone)?.Id
            )
        );
    }
}
