using CddFunctions.Campaigns;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Exports;

/// <summary>Exports: made by administrators, read by administrators and viewers (who see personal values masked).</summary>
public static class ExportEndpoints
{
    public sealed record ExportFile(string Name, string Url, long? Rows, string Sha256);

    public sealed record ExportAnswer(
        string Snapshot,
        DateTimeOffset AsOf,
        string? Label,
        bool Frozen,
        SnapshotOrigin Origin,
        IReadOnlyList<ExportFile> Files
    );

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/api/campaigns/{campaign}/exports").WithTags("Exports").InCampaign();
        exports.MapPost("", MakeAsync).Allow(CallerRole.Admin).Produces<ExportAnswer>(201).Problems(400, 415);
        exports.MapGet("", ListAsync).Allow(CallerRole.Admin, CallerRole.Viewer).Produces<IReadOnlyList<ExportAnswer>>();
        exports
            .MapGet("/{snapshot}/{**file}", ReadAsync)
            .Allow(CallerRole.Admin, CallerRole.Viewer)
            .Produces(200, contentType: "application/octet-stream")
            .Produces(302);
    }

    [Operation("makeExport", "Makes an export of the programme now.")]
    private static Task<IResult> MakeAsync(
        LaunchedCampaign campaign,
        ExportRequest request,
        Caller caller,
        MakeExport make,
        CancellationToken ct
    ) =>
        make.RunAsync(campaign, request, caller, ct)
            .ToResultAsync(snapshot =>
                TypedResults.Created(
                    $"/api/campaigns/{campaign.Id}/exports/{snapshot.Id}/manifest.json",
                    ToAnswer(campaign.Id, snapshot, personal: true)
                )
            );

    [Operation("listExports", "Lists the exports that are kept.")]
    private static async Task<IResult> ListAsync(LaunchedCampaign campaign, Caller caller, SnapshotStore store, CancellationToken ct) =>
        TypedResults.Ok((await store.AllAsync(campaign, ct)).Select(s => ToAnswer(campaign.Id, s, caller.Role is CallerRole.Admin)));

    [Operation("getExportFile", "Gives one file of an export; latest is the newest export.")]
    private static Task<IResult> ReadAsync(
        LaunchedCampaign campaign,
        string snapshot,
        string file,
        Caller caller,
        DownloadExport download,
        CancellationToken ct
    ) => download.RunAsync(campaign, caller, snapshot, file, ct).ToResultAsync(found => found.ToResult());

    private static ExportAnswer ToAnswer(string campaign, Snapshot s, bool personal) =>
        new(
            s.Id,
            s.AsOf,
            s.Label,
            s.Frozen,
            s.Origin,
            [
                .. s.Files.Select(f => new ExportFile(
                    f.Name,
                    $"/api/campaigns/{campaign}/exports/{s.Id}/{f.Name}",
                    f.Rows,
                    personal ? f.Sha256 : f.MaskedSha256
                )),
            ]
        );
}
