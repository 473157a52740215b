using System.Text.Json;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CddFunctions.Campaigns.Proposals;

/// <summary>A new definition, proposed by one administrator and put live by another one.</summary>
public static class ProposalEndpoints
{
    /// <param name="Revision">Number that it will have.</param>
    /// <param name="By">Link of the administrator who proposed it, as the audit has it.</param>
    public sealed record ProposalAnswer(int Revision, string Sha256, string By, DateTimeOffset At, IReadOnlyList<ElementChange> Changes);

    public static void MapProposals(this IEndpointRouteBuilder routes)
    {
        var proposal = routes.MapGroup("/api/campaigns/{campaign}/proposal").WithTags("Campaigns").InCampaign().Allow(CallerRole.Admin);
        proposal.MapGet("", ReadAsync).Produces<ProposalAnswer>().Produces(204);
        proposal
            .MapPut("", ProposeAsync)
            .Accepts<JsonElement>("application/json")
            .Produces<ProposalAnswer>()
            .Problems(400, 409, 413, 415, 422)
            .WithDescription(
                "The whole campaign file. With `If-Match` it takes the place of the proposal of that version, without it there must be none."
            );
        proposal.MapDelete("", WithdrawAsync).Produces(204).Problems(400, 409);
        proposal.MapPost("/confirm", ConfirmAsync).Produces<LiveDefinition>().Problems(400, 409, 422);
    }

    [Operation("getProposal", "Reads the definition that waits for its second administrator; 204 when none does.")]
    [GivesVersion]
    private static async Task<IResult> ReadAsync(
        LaunchedCampaign campaign,
        ProposalStore store,
        HttpResponse response,
        CancellationToken ct
    ) => await store.FindOpenAsync(campaign, ct) is { } found ? Answer(campaign, found, response) : TypedResults.NoContent();

    [Operation("proposeDefinition", "Proposes a definition, to be confirmed by another administrator.")]
    [TakesVersion]
    [GivesVersion]
    private static async Task<IResult> ProposeAsync(
        LaunchedCampaign campaign,
        Caller caller,
        HttpContext http,
        ProposeDefinition propose,
        ProposalStore store,
        CancellationToken ct
    )
    {
        if (!http.Request.HasJsonContentType())
            return CommonProblems.WrongContent().ToResult();
        if (await LimitedBody.ReadAsync(http.Request, CampaignFile.MaxBytes, ct) is not { } file)
            return CommonProblems.TooLarge().ToResult();

        var waiting = await store.FindOpenAsync(campaign, ct);
        var seen =
            IfMatch.Read(http.Request) is { } condition && waiting is not null && condition.Names(waiting.Version) ? waiting.Version : null;
        return (await propose.RunAsync(campaign, file, seen, caller, ct)).ToResult(made => Answer(campaign, made, http.Response));
    }

    [Operation("confirmDefinition", "Puts the proposed definition live, by another administrator.")]
    [TakesVersion(Required = true)]
    private static async Task<IResult> ConfirmAsync(
        LaunchedCampaign campaign,
        Caller caller,
        HttpRequest http,
        ConfirmDefinition confirm,
        CancellationToken ct
    ) =>
        IfMatch.Read(http) is { } seen
            ? (await confirm.RunAsync(campaign, seen.Names, caller, ct)).ToResult()
            : CommonProblems.IfMatchMissing().ToResult();

    [Operation("withdrawDefinition", "Takes the proposed definition back.")]
    [TakesVersion(Required = true)]
    private static async Task<IResult> WithdrawAsync(
        LaunchedCampaign campaign,
        Caller caller,
        HttpRequest http,
        WithdrawDefinition withdraw,
        CancellationToken ct
    )
    {
        if (IfMatch.Read(http) is not { } seen)
            return CommonProblems.IfMatchMissing().ToResult();

        return await withdraw.RunAsync(campaign, seen.Names, caller, ct) is { } refusal ? refusal.ToResult() : TypedResults.NoContent();
    }

    private static Ok<ProposalAnswer> Answer(LaunchedCampaign campaign, StoredProposal found, HttpResponse response)
    {
        response.Headers.ETag = $"\"{found.Version}\"";
        return TypedResults.Ok(
            new ProposalAnswer(
                found.Value.Base + 1,
                found.Value.Sha256,
                found.Value.Link,
                found.Value.At,
                DefinitionDiff.Between(CampaignRevisions.ToJson(campaign.Definition), found.Value.Definition)
            )
        );
    }
}
