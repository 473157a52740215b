using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Fields;

/// <summary>What reading a field may look at besides its value: the campaign, the unit that hands in, the places known.</summary>
/// <param name="Today">Day in Bangkok, for dates that may not lie ahead; null where none is asked for.</param>
/// <param name="Place">Finds a unit by code among the campaign's units, chosen ones and the administrative areas.</param>
public sealed record FieldContext(LaunchedCampaign Campaign, Unit Unit, Func<string, Unit?> Place, DateOnly? Today = null);
