using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Links;

/// <param name="Left">Offices of the level that still have no valid link.</param>
public sealed record MissingMade(int Made, int Left);

/// <summary>Makes one link for each office of a level that has no valid link. A second run makes none.</summary>
public sealed class MakeMissingLinks(LinkBook book, MakeLink make, TimeProvider clock)
{
    /// <summary>Most links that one run makes: a request that writes more might not end in time.</summary>
    public const int Most = 1000;

    // Links that are written at the same time: a thousand writes one after another would keep the reader waiting.
    private const int AtOnce = 8;

    public async Task<Outcome<MissingMade>> RunAsync(
        LaunchedCampaign campaign,
        string level,
        DateTimeOffset? expires,
        Caller caller,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var lacking = (await book.ReadAsync(campaign, ct))
            .Offices.Where(o => string.Equals(o.Office.Level, level, StringComparison.Ordinal) && !o.Links.Any(l => l.IsLive(now)))
            .ToList();
        if (
            lacking.Count > 0
            && LinkRules.Refuse(campaign.Definition, Request(lacking[0]), expires ?? LinkRules.DefaultExpiry(campaign.Definition, now), now)
                is { } refused
        )
            return refused;

        var some = lacking.Take(Most).ToList();
        await Parallel.ForEachAsync(
            some,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (office, stop) =>
            {
                if ((await make.RunAsync(campaign, Request(office), caller, stop)).IsRefused(out var refusal, out _))
                    throw new InvalidOperationException($"{office.Office.Code} owes something and may have no link: {refusal.Code}");
            }
        );
        return new MissingMade(some.Count, lacking.Count - some.Count);

        LinkRequest Request(OfficeLinks office) => new(CallerRole.Officer, office.Office.Code, expires);
    }
}
