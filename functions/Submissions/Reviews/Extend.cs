using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Submissions.Reviews;

/// <param name="Until">Last day on which the unit is on time, inclusive.</param>
public sealed record ExtensionRequest(DateOnly Until, string Reason)
{
    public string Reason { get; } = TypedText.Lines(Reason) ?? "";
}

public sealed record ExtensionAnswer(string Task, string Unit, DateTimeOffset DueAt, DateTimeOffset ExtendedTo, string Reason);

/// <summary>The province gives one office more time. The last one granted counts; it also reopens a closed task.</summary>
public sealed class Extend(SubmissionStore store, SubmissionAudit audit, TimeProvider clock)
{
    public async Task<Outcome<ExtensionAnswer>> RunAsync(Target target, Caller caller, ExtensionRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (SubmissionRules.RefuseExtension(target, request.Until, request.Reason, now) is { } refusal)
            return refusal;

        var extension = new Extension(request.Until, request.Reason, now, caller.By);
        while (true)
        {
            var before = await store.FindAsync(target.Campaign, target.Id, ct);
            var value = before is null
                ? new Submission(target.Task.Id, target.Unit.Code, extension, [])
                : before.Value with
                {
                    Extension = extension,
                };
            if (await store.TryWriteAsync(target.Campaign, target.Id, before, value, audit.Extended(target, caller, extension), ct) is null)
                continue;

            return new ExtensionAnswer(
                target.Task.Id,
                target.Unit.Code,
                DueRules.DueAt(target.Campaign, target.Task)!.Value,
                DueRules.ExtendedTo(target.Campaign, extension)!.Value,
                request.Reason
            );
        }
    }
}
