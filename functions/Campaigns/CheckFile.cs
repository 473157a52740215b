using System.Text.Json;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns;

/// <param name="Faults">Errors and warnings, as <c>campaign check</c> names them.</param>
/// <param name="Changes">
/// Changes of the file against the revision in force; null when the file has an error or is of another campaign.
/// </param>
/// <param name="Of">Id of the programme that the file is of; null when it cannot be read.</param>
public sealed record CheckedFile(IReadOnlyList<Fault> Faults, IReadOnlyList<ElementChange>? Changes, string? Of);

/// <summary>Pure: what would happen if this file went live. Nothing is stored.</summary>
public static class CheckFile
{
    public static CheckedFile Run(ReadOnlySpan<byte> utf8, LaunchedCampaign inForce)
    {
        var reading = CampaignFile.Parse(utf8);
        if (reading.Campaign is not { } campaign)
            return new(reading.Faults, null, null);

        var faults = CampaignChecker.Check(campaign);
        var isComparable =
            string.Equals(campaign.Id, inForce.Id, StringComparison.Ordinal) && !faults.Any(f => f.Severity is Severity.Error);
        return new(faults, isComparable ? DefinitionDiff.Between(ToJson(inForce.Definition), ToJson(campaign)) : null, campaign.Id);
    }

    /// <summary>The JSON form in which revisions of a definition are stored and compared.</summary>
    public static JsonElement ToJson(Campaign campaign) => JsonSerializer.SerializeToElement(campaign, CampaignJson.Options);
}
