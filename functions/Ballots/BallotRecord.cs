using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots;

/// <summary>The audit entries of one ballot: what administrators did with it. No entry holds a vote or says who has voted.</summary>
/// <param name="Whole">The last entry up to which the programme's audit is proven unchanged.</param>
/// <param name="Broken">The first entry of the programme's audit that was changed, of whatever ballot; null when none was.</param>
public sealed record RecordAnswer(IReadOnlyList<AuditEntry> Lines, AuditAnchor Whole, AuditFault? Broken);

/// <summary>
/// Writes and reads the entries of one ballot. Votes leave none: the numbers and times around them would tell when somebody voted.
/// </summary>
public sealed class BallotRecord(AuditTrail audit, AuditCheck check)
{
    private static readonly HashSet<string> Words =
    [
        .. Enum.GetValues<AuditDeed>().Where(d => d is >= AuditDeed.RollPut and <= AuditDeed.BallotAdopted).Select(AuditEntry.Word),
    ];

    /// <summary>The audit entry of an act, to be stored together with the document that the act writes.</summary>
    /// <param name="caller">Null for what the application does by itself.</param>
    public Deed Of(BallotTarget target, Caller? caller, AuditDeed what, string detail = "") =>
        audit.Of(target.Campaign.Id, caller, what, target.Ballot.Id, detail);

    /// <summary>Stores the audit entry of an act that writes no document.</summary>
    public Task AppendAsync(BallotTarget target, Caller caller, AuditDeed what, string detail = "") =>
        audit.AppendAsync(target.Campaign.Id, caller, what, target.Ballot.Id, detail);

    public async Task<RecordAnswer> ReadAsync(BallotTarget target, CancellationToken ct)
    {
        var lines = new List<AuditEntry>();
        await foreach (var entry in audit.AllAsync(target.Campaign.Id, ct))
        {
            if (Words.Contains(entry.What) && string.Equals(entry.Subject, target.Ballot.Id, StringComparison.Ordinal))
                lines.Add(entry);
        }

        var (whole, fault) = await check.RunAsync(target.Campaign.Id, [], ct);
        return new(lines, whole, fault);
    }
}
