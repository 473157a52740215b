using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Campaigns.Proposals;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Campaigns;

/// <summary>The public part of the definitions, and the units chosen at run time.</summary>
public static class CampaignEndpoints
{
    public sealed record CampaignSummary(string Id, Text Title, Text Summary, int FiscalYear, string Province, int Revision);

    /// <summary>What anyone may read: the programme as the letters say it. Mail texts and privacy records stay inside.</summary>
    public sealed record PublicCampaign(
        string Id,
        Text Title,
        Text Summary,
        int FiscalYear,
        string Province,
        int Revision,
        string Sha256,
        IReadOnlyList<Source> Sources,
        IReadOnlyList<Unit> Units,
        IReadOnlyList<UnitSet> UnitSets,
        IReadOnlyList<Milestone> Milestones,
        IReadOnlyList<CampaignTask> Tasks,
        IReadOnlyList<Form> Forms,
        IReadOnlyList<ChoiceGroup> ChoiceGroups,
        IReadOnlyList<Taxonomy> Taxonomies,
        IReadOnlyList<Roster> Rosters,
        IReadOnlyList<Rubric> Rubrics,
        IReadOnlyList<Round> Rounds,
        IReadOnlyList<Ballot> Ballots,
        IReadOnlyList<Award> Awards,
        IReadOnlyList<Amendment> Amendments,
        IReadOnlyList<Contradiction> Contradictions,
        IReadOnlyList<OpenQuestion> OpenQuestions
    );

    public static void MapCampaigns(this IEndpointRouteBuilder routes)
    {
        var campaigns = routes.MapGroup("/api/campaigns").WithTags("Campaigns");
        campaigns.MapGet(
            "",
            [Operation("listCampaigns", "Lists the programmes that are in force.")]
            async (CampaignCatalog catalog, CancellationToken ct) =>
                TypedResults.Ok((await catalog.AllAsync(ct)).OrderBy(c => c.Id, StringComparer.Ordinal).Select(Summarise))
        );
        campaigns
            .MapGet(
                "/{campaign}",
                [Operation("getCampaign", "Reads the public part of a programme's definition.")]
                (LaunchedCampaign launched) => TypedResults.Json(Publish(launched), CampaignJson.Options)
            )
            .InCampaign()
            .Produces<PublicCampaign>();
        campaigns
            .MapPut("/{campaign}/unit-sets/{set}", ChooseAsync)
            .InCampaign()
            .Allow(CallerRole.Admin, CallerRole.Officer)
            .OwnPlaces()
            .Produces<ChooseUnits.Answer>()
            .Problems(400, 409, 415, 422);
        routes.MapProposals();
        routes.MapCampaignPages();
    }

    [Operation("chooseUnits", "Chooses the units of a set that the letter leaves open.")]
    private static Task<IResult> ChooseAsync(
        LaunchedCampaign launched,
        string set,
        ChooseUnits.Request request,
        Caller caller,
        ChooseUnits choose,
        CancellationToken ct
    ) => choose.RunAsync(launched, set, request, caller, ct).ToResultAsync();

    private static CampaignSummary Summarise(LaunchedCampaign c) =>
        new(c.Id, c.Definition.Title, c.Definition.Summary, c.Definition.FiscalYear, c.Definition.Province, c.Revision);

    private static PublicCampaign Publish(LaunchedCampaign launched)
    {
        var d = launched.Definition;
        return new(
            d.Id,
            d.Title,
            d.Summary,
            d.FiscalYear,
            d.Province,
            launched.Revision,
            launched.Sha256,
            d.Sources,
            d.Units,
            d.UnitSets,
            d.Milestones,
            d.Tasks,
            d.Forms,
            d.ChoiceGroups,
            d.Taxonomies,
            d.Rosters,
            d.Rubrics,
            d.Rounds,
            d.Ballots,
            d.Awards,
            d.Amendments,
            d.Contradictions,
            d.OpenQuestions
        );
    }
}
