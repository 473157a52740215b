using System.Text.Json.Nodes;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions.HandIns;

/// <summary>
/// Keeps the roster equal to the hand-in that carries it. The hand-in is written first: one that is refused, or loses a
/// race, must not change the list. A crash between the two is mended when the sender, who got no answer, sends again.
/// </summary>
public sealed class HandInRoster(RosterStore store, PutRoster putRoster)
{
    /// <param name="again">True for a repeated request: the list is then put in place only if the first request failed to.</param>
    public async Task KeepAsync(Target target, Caller caller, Revision revision, bool again, CancellationToken ct)
    {
        if (target.Campaign.RosterOf(target.Task) is not { } roster)
            return;
        if (again && await store.FindAsync(target.Campaign, roster, target.Unit, ct) is { } known && known.Value.At >= revision.SubmittedAt)
            return;

        await putRoster.SaveAsync(new(target, roster), caller, RosterForms.Entries(target.Form, revision), ct);
    }

    /// <summary>
    /// Makes the list of an accepted submission the roster, and the list from which later changes are counted. A draft that was
    /// saved after the hand-in is replaced. A second call changes nothing.
    /// </summary>
    public async Task AcceptAsync(Target target, Revision revision, CancellationToken ct)
    {
        if (target.Campaign.RosterOf(target.Task) is not { } roster)
            return;

        var accepted = RosterForms.Entries(target.Form, revision);
        while (await store.FindAsync(target.Campaign, roster, target.Unit, ct) is { } known)
        {
            if (Same(known.Value.Entries, accepted) && Same(known.Value.Baseline, accepted))
                return;
            // Corrected by the province since: asking for the decision again must not take that back. A list of the province is its own
            // baseline; an office's draft that came at the same moment gives way.
            if (known.Value.At > revision.Decision?.At && Same(known.Value.Entries, known.Value.Baseline))
                return;

            var list = known.Value with { Entries = accepted, Baseline = accepted, Before = known.Value.Baseline };
            if (await store.TryWriteAsync(target.Campaign, known, list, null, ct) is not null)
                return;
        }
    }

    /// <summary>
    /// After an acceptance was taken back, changes are counted again from the list that they were counted from before it. A list that the
    /// province has put in place since stays. A second call changes nothing.
    /// </summary>
    public async Task ReopenAsync(Target target, Revision revision, CancellationToken ct)
    {
        if (target.Campaign.RosterOf(target.Task) is not { } roster)
            return;

        var accepted = RosterForms.Entries(target.Form, revision);
        while (
            await store.FindAsync(target.Campaign, roster, target.Unit, ct) is { Value.Before: { } earlier } known
            && Same(known.Value.Baseline, accepted)
        )
        {
            if (
                await store.TryWriteAsync(target.Campaign, known, known.Value with { Baseline = earlier, Before = null }, null, ct)
                is not null
            )
                return;
        }
    }

    private static bool Same(IReadOnlyList<JsonObject> a, IReadOnlyList<JsonObject> b) =>
        a.Count == b.Count && a.Zip(b).All(p => JsonNode.DeepEquals(p.First, p.Second));
}
