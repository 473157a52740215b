using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>What reading a field may look at besides its value: the campaign, the unit that hands in, the places known.</summary>
/// <param name="Today">Day in Bangkok, for dates that may not lie ahead; null where none is asked for.</param>
/// <param name="Place">Finds a unit by code among the campaign's units, chosen ones and the administrative areas.</param>
/// <param name="Around">Units that can be meant by their name: the unit itself, what is inside it, and what it is inside of.</param>
public sealed record FieldContext(
    LaunchedCampaign Campaign,
    Unit Unit,
    Func<string, Unit?> Place,
    IReadOnlyList<Unit> Around,
    DateOnly? Today = null
)
{
    public static async Task<FieldContext> OfAsync(
        Places places,
        LaunchedCampaign campaign,
        Unit unit,
        DateTimeOffset now,
        CancellationToken ct
    ) => new(campaign, unit, await places.OfAsync(campaign, ct), await places.AroundAsync(campaign, unit, ct), Bangkok.DateOf(now));

    /// <summary>Units of one level that can be meant by their name.</summary>
    public IEnumerable<Unit> At(string level) => Around.Where(u => string.Equals(u.Level, level, StringComparison.Ordinal));
}
