using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Submissions.Uploads;

namespace CddFunctions.Submissions;

public sealed record HandInContent(
    JsonObject Fields, IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> Files, IReadOnlyList<Warning> Warnings);

/// <summary>Reads the content of a hand-in against its form and names every fault in one answer; only then claims the files.</summary>
public sealed class HandInReader(UploadClaims uploads, RosterStore rosters, PutRoster putRoster, Places places)
{
    private static readonly Dictionary<string, JsonElement> Nothing = new(StringComparer.Ordinal);

    public async Task<Outcome<HandInContent>> ReadAsync(
        Target target, Caller caller, HandInRequest request, CancellationToken ct)
    {
        var faults = new FieldFaults();
        var given = await WithRosterAsync(target, request.Fields ?? Nothing, ct);
        var context = new FieldContext(target.Campaign, target.Unit, await places.OfAsync(target.Campaign, ct));
        var (fields, warnings) = FormReader.Read(RosterForms.AsHandIn(target), given, context, faults);

        var files = await uploads.FindAsync(target, caller, request.Uploads ?? Nothing, faults, ct);
        if (faults.ToProblem() is { } problem)
            return problem;

        if (target.Campaign.RosterOf(target.Task) is { } roster)
            await putRoster.SaveAsync(new(target, roster), caller, [.. fields[RosterForms.TableOf(target.Form)]!.AsArray().OfType<JsonObject>()], ct);
        return await uploads.TryClaimAsync(target, files, ct) is { } taken
            ? taken
            : new HandInContent(fields, files.Attached, warnings);
    }

    /// <summary>A roster that was put in place earlier need not be typed again: the hand-in takes it as it stands.</summary>
    private async Task<IReadOnlyDictionary<string, JsonElement>> WithRosterAsync(
        Target target, IReadOnlyDictionary<string, JsonElement> given, CancellationToken ct)
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
