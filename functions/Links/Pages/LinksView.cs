using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Links.Pages;

/// <summary>One group of offices: a level of the programme.</summary>
public sealed record LinkLevel(string Id, string Words, int Offices);

/// <summary>What the list shows: one group, one page of it.</summary>
/// <param name="Group">Level, or <see cref="LinksAddress.Others"/>.</param>
/// <param name="Lacking">Offices of the level without a link that works.</param>
/// <param name="Own">The link that the reader came by; null for the administrator's key.</param>
/// <param name="Address">Where the link leads; null where it is not shown again.</param>
public sealed record LinksView(
    LaunchedCampaign Campaign,
    string Group,
    IReadOnlyList<LinkLevel> Levels,
    Shown<OfficeLinks> Offices,
    Shown<StoredLink> Others,
    int Lacking,
    string? Own,
    LinkExpiry Expiry,
    Func<StoredLink, string?> Address,
    Func<string, Unit?> Find
)
{
    public int? Made { get; init; }

    public int Left { get; init; }

    public Problem? Refused { get; init; }

    /// <summary>What was typed into the form that was refused.</summary>
    public LinkRequest? Typed { get; init; }
}
