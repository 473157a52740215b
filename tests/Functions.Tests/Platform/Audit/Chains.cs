using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CddFunctions.Tests.Platform.Audit;

/// <summary>Made-up chains, with and without a store.</summary>
internal static class Chains
{
    public const string Campaign = "made-up";

    public static readonly DateTimeOffset At = new(2024, 5, 10, 2, 0, 0, TimeSpan.Zero);

    public static readonly Caller Officer = new(CallerRole.Officer, Campaign, "2101", "link-1");

    public static AuditTrail Trail(IDocuments documents) => new(documents, new FakeTimeProvider(At));

    public static Deed Deed(string subject, string campaign = Campaign) =>
        AuditAct.Of(campaign, Officer, AuditDeed.HandedIn, subject, $"receipt={subject}", At);

    /// <summary>A chain of one document per entry.</summary>
    public static List<AuditBlock> Of(int length, string campaign = Campaign)
    {
        var blocks = new List<AuditBlock>();
        var end = AuditAnchor.Start;
        for (var n = 1; n <= length; n++)
        {
            var entry = AuditEntry.After(n, end.Hash, AuditAct.Of(campaign, Officer, AuditDeed.HandedIn, $"t-plan:{n}", "", At));
            end = new(n, entry.Hash);
            blocks.Add(new(n, [entry], end));
        }

        return blocks;
    }

    public static AuditReport Check(IEnumerable<AuditBlock> blocks, params AuditAnchor[] anchors) =>
        AuditRules.Check(Campaign, AuditAnchor.Start, blocks, anchors.ToLookup(a => a.Entry, a => a.Hash));

    public static Task<AuditReport> CheckAsync(IDocuments documents, params AuditAnchor[] anchors) =>
        CheckAsync(documents, Campaign, anchors);

    public static Task<AuditReport> CheckAsync(IDocuments documents, string campaign, params AuditAnchor[] anchors) =>
        new AuditCheck(Trail(documents)).RunAsync(campaign, anchors, TestContext.Current.CancellationToken);
}
