using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Reviews;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>Hands in what the form holds: for the first time, or as the revision that its page was opened for.</summary>
public sealed class SendHandIn(HandIn handIn, Revise revise, Places places, TimeProvider clock)
{
    public async Task<Outcome<KeptSubmission>> RunAsync(Target target, Caller caller, FormState draft, CancellationToken ct)
    {
        if (await RefuseAsync(target, draft, ct) is { } unsent)
            return unsent;

        return draft.Version.Length == 0
            ? await handIn.RunAsync(target, caller, draft.ToBody(), ct)
            : await revise.RunAsync(target, caller, draft.ToBody(), IfMatch.Of(draft.Version), ct);
    }

    /// <summary>
    /// The form to show after a refusal. If somebody has handed in meanwhile, or the same form was handed in before it was
    /// changed, it gets a new key and the present version: sent again, it becomes a revision of what is stored.
    /// </summary>
    public static FormState Renewed(FormState draft, Problem refusal, Standing standing) =>
        refusal.Code is "values-unusual" ? draft with { Seen = Said(refusal.Errors!) }
        : refusal.Code is "stale" or "already-submitted" or "idempotency-mismatch"
            ? draft with
            {
                Key = PageForm.NewKey(),
                Version = standing.IsRevision ? standing.Stored!.Tag : "",
            }
        : draft;

    /// <summary>
    /// A file that was not taken is one fault among others, and all of them are said at once. Where nothing is wrong, values that are
    /// seldom meant are said in words, once.
    /// </summary>
    private async Task<Problem?> RefuseAsync(Target target, FormState draft, CancellationToken ct)
    {
        var faults = new FieldFaults();
        var context = await FieldContext.OfAsync(places, target.Campaign, target.Unit, clock.GetUtcNow(), ct);
        var (fields, _) = FormReader.Read(
            target.Form,
            draft.Request.Fields ?? new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal),
            context,
            faults
        );
        if (draft.Errors.Count > 0)
            return SubmissionProblems.RulesBroken([.. faults.All, .. draft.Errors]);

        var unusual = UnusualValues.In(target.Form.Fields, fields, target.Campaign.Definition.FiscalYear);
        return !faults.None || unusual.Count == 0 || string.Equals(draft.Seen, Said(unusual), StringComparison.Ordinal)
            ? null
            : SubmissionProblems.ValuesUnusual(unusual);
    }

    /// <summary>What the page has said in words; when a value changes, it asks again. One line, because browsers change breaks.</summary>
    private static string Said(IEnumerable<FieldError> unusual) => string.Join("; ", unusual.Select(u => $"{u.Path}={u.Message.En}"));
}
