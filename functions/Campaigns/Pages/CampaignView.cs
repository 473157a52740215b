using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Pages;

/// <summary>A definition as it is shown: in force, or of an earlier revision.</summary>
/// <param name="Units">
/// Units by the id of their set: an empty list while they are not chosen, no entry in an earlier revision, where they are not known.
/// </param>
/// <param name="InForce">True for the definition in force: its elements then have links to the pages where people work with them.</param>
/// <param name="Admin">True for an administrator: the page then also says how to confirm and change the definition.</param>
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
