using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields.Pages;
using CddFunctions.Submissions.Reviews;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>All that the hand-in page shows.</summary>
/// <param name="Fields">Inputs of the form; empty when nothing can be sent.</param>
/// <param name="Refusal">Why what was just posted was not taken.</param>
/// <param name="Missing">Names of the source units that are not accepted yet.</param>
/// <param name="Earlier">Hand-ins of a repeatable form; null for others.</param>
/// <param name="Place">Finds a unit by its code (<see cref="Places"/>).</param>
/// <param name="OnBehalf">The reader may send it, but not as the office that owes it.</param>
public sealed record HandInView(
    Target Target,
    Standing Standing,
    FormState Draft,
    IReadOnlyList<FieldView> Fields,
    Problem? Refusal,
    IReadOnlyList<ErrorLink> Errors,
    IReadOnlyList<Text> Missing,
    string? ReturnReason,
    ReceiptedPage? Earlier,
    bool OnBehalf,
    Func<string, Unit?> Place
)
{
    public bool IsOpen => Standing.Refusal is null;

    /// <summary>True while the submission waits for review and was not reopened. The form for a revision is folded away then.</summary>
    public bool IsWaiting =>
        IsOpen
        && Refusal is null
        && Draft.Add is null
        && Standing is { IsRevision: true, Stored.Value.Current: { Decision: null, Reopened: null } };
}
