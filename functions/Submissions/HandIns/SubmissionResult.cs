using System.Text.Json.Nodes;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions.HandIns;

/// <summary>A submission as the API shows it: the current revision in full, earlier ones as history.</summary>
/// <param name="ETag">Version of a submission in a list of a repeatable form; null elsewhere, where the header has it.</param>
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
    Decision? Decision,
    IReadOnlyList<TakenBack>? TakenBack
);

/// <summary>Answers 200 with a submission. Its header ETag is the version that a revision or a decision must name.</summary>
/// <param name="extension">The unit's extension; on a repeatable form it is stored apart from the submission.</param>
/// <param name="personal">False hides the values of personal fields.</param>
public sealed class SubmissionResult(StoredSubmission stored, Target target, Extension? extension, bool personal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = $"\"{stored.Tag}\"";
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
            r.Decision,
            r.TakenBack
        );
    }
}
