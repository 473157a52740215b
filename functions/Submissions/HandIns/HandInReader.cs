using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Thai;
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
        var given = await WithRosterAsync(target, request.Fields ?? Nothing, ct);
        var find = await places.OfAsync(target.Campaign, ct);
        var context = new FieldContext(target.Campaign, target.Unit, find, Bangkok.DateOf(clock.GetUtcNow()));
        var (fields, warnings) = FormReader.Read(RosterForms.AsHandIn(target), given, context, faults);

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
    private async Task<IReadOnlyDictionary<string, JsonElement>> WithRosterAsync(
        Target target,
        IReadOnlyDictionary<string, JsonElement> given,
        CancellationToken ct
    )
    {
        if (target.Campaign.RosterOf(target.Task) is not { } roster)
            return given;

        var table = RosterForms.TableOf(target.Form);
        if (given.ContainsKey(table) || await rosters.FindAsync(target.Campaign, roster, target.Unit, ct) is not { } stored)
            return given;

        return new Dictionary<string, JsonElement>(given, StringComparer.Ordinal)
        {
            [table] = JsonSerializer.SerializeToElement(stored.Value.Entries, Json.Options),
        };
    }
}
