using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Submissions.Uploads;

namespace CddFunctions.Submissions.HandIns;

public sealed record CheckedFields(
    JsonObject Fields,
    IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> Files,
    IReadOnlyList<Warning> Warnings
);

/// <summary>Reads the content of a hand-in against its form and names every fault in one answer; only then claims the files.</summary>
public sealed class HandInReader(UploadClaims uploads, RosterStore rosters, Places places, TimeProvider clock)
{
    // Most bytes of one revision. All revisions share one document of 2 MB, so four of the largest fit.
    private const int MostBytes = 450_000;

    private static readonly Dictionary<string, JsonElement> Nothing = new(StringComparer.Ordinal);

    /// <param name="holder">Id of the document that will hold the files.</param>
    public async Task<Outcome<CheckedFields>> ReadAsync(
        Target target,
        string holder,
        Caller caller,
        HandInRequest request,
        CancellationToken ct
    )
    {
        var faults = new FieldFaults();
        var list = target.Campaign.RosterOf(target.Task) is { } roster
            ? await rosters.FindAsync(target.Campaign, roster, target.Unit, ct)
            : null;
        var given = WithRoster(target, request.Fields ?? Nothing, list?.Value);
        var context = await FieldContext.OfAsync(places, target.Campaign, target.Unit, clock.GetUtcNow(), ct);
        var (fields, warnings) = FormReader.Read(RosterForms.AsHandIn(target, list?.Value.Baseline.Count > 0), given, context, faults);

        var files = await uploads.FindAsync(target, holder, caller, request.Uploads ?? Nothing, faults, ct);
        if (faults.ToProblem() is { } problem)
            return problem;
        if (fields.ToBody().Length > MostBytes)
            return CommonProblems.TooLarge();

        return await uploads.TryClaimAsync(target, holder, files, ct) is { } taken
            ? taken
            : new CheckedFields(fields, files.Attached, warnings);
    }

    /// <summary>A roster that was put in place earlier need not be typed again: the hand-in takes it as it stands.</summary>
    private static IReadOnlyDictionary<string, JsonElement> WithRoster(
        Target target,
        IReadOnlyDictionary<string, JsonElement> given,
        RosterList? list
    )
    {
        var table = RosterForms.TableOf(target.Form);
        return list is null || given.ContainsKey(table)
            ? given
            : new Dictionary<string, JsonElement>(given, StringComparer.Ordinal)
            {
                [table] = JsonSerializer.SerializeToElement(list.Entries, Json.Options),
            };
    }
}
