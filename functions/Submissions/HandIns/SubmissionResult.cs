using System.Text.Json.Nodes;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions.HandIns;

/// <summary>A hand-in as it is read: the current revision in full, earlier ones as history.</summary>
/// <param name="ETag">In pages of a repeatable form, where one header cannot stand for all.</param>
public sealed record SubmissionView(
    string Task,
    string Unit,
    string UnitName,
    string State,
    bool? OnTime,
    DateTimeOffset FirstSubmittedAt,
    RevisionView Current,
    IReadOnlyList<RevisionView> History,
    Extension? Extension,
    string? ETag = null
);

public sealed record RevisionView(
    int Revision,
    string Receipt,
    int DefinitionRevision,
    DateTimeOffset SubmittedAt,
    JsonObject Fields,
    IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> Files,
    IReadOnlyList<Warning> Warnings,
    IReadOnlyList<string>? Missing,
    Decision? Decision
);

/// <summary>200 with the ETag that a revision or a decision must name.</summary>
/// <param name="extension">Of the unit, wherever it is kept.</param>
/// <param name="personal">False hides the values of personal fields.</param>
public sealed class SubmissionResult(StoredSubmission stored, Target target, Extension? extension, bool personal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = $"\"{stored.Version}\"";
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.WriteAsJsonAsync(
            View(stored.Value, target, extension, personal),
            Json.Options,
            httpContext.RequestAborted
        );
    }

    public static SubmissionView View(Submission value, Target target, Extension? extension, bool personal) =>
        new(
            value.Task,
            value.Unit,
            target.Unit.Th,
            StateOf(value),
            HandIn.OnTime(target, value, extension),
            value.Revisions[0].SubmittedAt,
            View(value.Current!, target, personal),
            [.. value.Revisions.SkipLast(1).Select(r => View(r, target, personal))],
            extension
        );

    private static string StateOf(Submission value) =>
        value.Current!.Decision switch
        {
            null => "submitted",
            { Accepted: true } => "accepted",
            _ => "returned",
        };

    private static RevisionView View(Revision r, Target target, bool personal)
    {
        var form = RosterForms.AsHandIn(target).Fields;
        return new(
            r.Number,
            r.Receipt,
            r.DefinitionRevision,
            r.SubmittedAt,
            personal ? r.Fields : PersonalFields.Hide(form, r.Fields),
            personal ? r.Files : PersonalFields.Hide(form, r.Files),
            r.Warnings,
            r.Missing,
            r.Decision
        );
    }
}
