using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns;

/// <summary>The public part of the definitions, and the units chosen at run time.</summary>
public static class CampaignEndpoints
{
    public sealed record CampaignSummary(string Id, Text Title, Text Summary, int FiscalYear, string Province, int Revision);

    /// <summary>What anyone may read: the programme as the letters say it. Mail texts and privacy records stay inside.</summary>
    public sealed record PublicCampaign(
        string Id, Text Title, Text Summary, int FiscalYear, string Province, int Revision, string Sha256,
        IReadOnlyList<Source> Sources, IReadOnlyList<Unit> Units, IReadOnlyList<UnitSet> UnitSets,
        IReadOnlyList<Milestone> Milestones, IReadOnlyList<CampaignTask> Tasks, IReadOnlyList<Form> Forms,
        IReadOnlyList<ChoiceGroup> ChoiceGroups, IReadOnlyList<Taxonomy> Taxonomies, IReadOnlyList<Roster> Rosters,
        IReadOnlyList<Rubric> Rubrics, IReadOnlyList<Round> Rounds, IReadOnlyList<Ballot> Ballots, IReadOnlyList<Award> Awards,
        IReadOnlyList<Amendment> Amendments, IReadOnlyList<Contradiction> Contradictions, IReadOnlyList<OpenQuestion> OpenQuestions);

    public static void MapCampaigns(this IEndpointRouteBuilder routes)
    {
        var campaigns = routes.MapGroup("/api/campaigns").WithTags("Campaigns");
        campaigns.MapGet("", (CampaignCatalog catalog) => TypedResults.Ok(catalog.All.OrderBy(c => c.Id, StringComparer.Ordinal).Select(Summarise)));
        campaigns.MapGet("/{campaign}", Read).Produces<PublicCampaign>().ProducesProblem(404);
        campaigns.MapPut("/{campaign}/unit-sets/{set}", ChooseUnits.HandleAsync)
            .Produces<ChooseUnits.Answer>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(415).ProducesProblem(422);
        routes.MapProgrammePages();
    }

    private static IResult Read(string campaign, CampaignCatalog catalog) => catalog.Find(campaign) is { } launched
        ? TypedResults.Json(Publish(launched), CampaignJson.Options)
        : CampaignProblems.NotFound(campaign).ToResult();

    private static CampaignSummary Summarise(LaunchedCampaign c) =>
        new(c.Id, c.Definition.Title, c.Definition.Summary, c.Definition.FiscalYear, c.Definition.Province, c.Revision);

    private static PublicCampaign Publish(LaunchedCampaign launched)
    {
        var d = launched.Definition;
        return new(
            d.Id, d.Title, d.Summary, d.FiscalYear, d.Province, launched.Revision, launched.Sha256,
            d.Sources, d.Units, d.UnitSets, d.Milestones, d.Tasks, d.Forms, d.ChoiceGroups, d.Taxonomies, d.Rosters,
            d.Rubrics, d.Rounds, d.Ballots, d.Awards, d.Amendments, d.Contradictions, d.OpenQuestions);
    }
}
