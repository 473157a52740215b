using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Pages;

/// <summary>A definition as it is shown: in force, or of an earlier revision.</summary>
/// <param name="Units">Members of a set; null while they are not chosen, or not known here.</param>
/// <param name="InForce">Then its elements lead to the pages where they are worked with.</param>
/// <param name="Admin">Then it also says how to confirm and change.</param>
public sealed record CampaignView(
    Campaign Definition,
    int Revision,
    CampaignNames Names,
    IReadOnlyDictionary<string, IReadOnlyList<Unit>> Units,
    bool InForce,
    bool Admin
)
{
    public string Address => Visits.Address(Definition.Id);
}
