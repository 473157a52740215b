using CddFunctions.Campaigns;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Exports;

/// <summary>Exports: made by administrators, read by administrators and viewers (who see personal values masked).</summary>
public static class ExportEndpoints
{
    private const string Latest = "latest";

    /// <summary>Long enough to begin a download; whoever is given the address can read that file as long.</summary>
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(5);

    /// <param name="Freeze">Keep it for good, for a report that quotes it.</param>
    public sealed record ExportRequest(string? Label = null, bool Freeze = false);

    public sealed record ExportFile(string Name, string Url, long? Rows, string Sha256);

    public sealed record ExportAnswer(string Snapshot, DateTimeOffset AsOf, string? Label, bool Frozen, SnapshotOrigin Origin, IReadOnlyList<ExportFile> Files);

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/api/campaigns/{campaign}/exports").WithTags("Exports")
            .ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        exports.MapPost("", MakeAsync).Produces<ExportAnswer>(201).ProducesProblem(400).ProducesProblem(415);
        exports.MapGet("", ListAsync).Produces<IReadOnlyList<ExportAnswer>>();
        exports.MapGet("/{snapshot}/{**file}", ReadAsync).Produces(200, contentType: "application/octet-stream").Produces(302);
    }

    private static async Task<IResult> MakeAsync(
        string campaign, ExportRequest request, CallerOf caller, CampaignCatalog catalog, MakeSnapshot make, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Admin) is { } refusal)
            return refusal.ToResult();
        if (request.Label?.Length > 100)
            return ExportProblems.LabelTooLong().ToResult();

        var snapshot = await make.RunAsync(launched, new(request.Label, request.Freeze, caller.Value), ct);
        return TypedResults.Created($"/api/campaigns/{campaign}/exports/{snapshot.Id}/manifest.json", ToAnswer(campaign, snapshot, personal: true));
    }

    private static async Task<IResult> ListAsync(string campaign, CallerOf caller, CampaignCatalog catalog, SnapshotStore store, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Admin, CallerRole.Viewer) is { } refusal)
            return refusal.ToResult();

        return TypedResults.Ok((await store.AllAsync(launched, ct)).Select(s => ToAnswer(campaign, s, caller.Value!.Role is CallerRole.Admin)));
    }

    private static async Task<IResult> ReadAsync(
        string campaign, string snapshot, string file, CallerOf caller, CampaignCatalog catalog, SnapshotStore store, SnapshotPlaces places, AuditTrail audit, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Admin, CallerRole.Viewer) is { } refusal)
            return refusal.ToResult();

        var found = string.Equals(snapshot, Latest, StringComparison.Ordinal)
            ? await store.NewestAsync(launched, ct)
            : await store.FindAsync(launched, snapshot, ct);
        if (found?.Files.FirstOrDefault(f => string.Equals(f.Name, file, StringComparison.Ordinal)) is not { } known)
            return ExportProblems.NotFound(snapshot, file).ToResult();

        var personal = caller.Value!.Role is CallerRole.Admin;
        if (personal)
            await audit.AppendAsync(campaign, caller.Value, AuditDeed.ExportRead, found.Id, $"file={known.Name}");
        var (name, label) = (SnapshotStore.FileName(campaign, found.Id, personal, known.Name), new DownloadLabel(ContentType(file), $"{campaign}-{found.Id}-{Path.GetFileName(file)}"));
        if (await places.Of(personal).AddressAsync(name, label, AddressLife, ct) is { } address)
            return TypedResults.Redirect(address.AbsoluteUri);

        var content = await places.OpenAsync(personal, name, ct) ?? throw new StorageUnavailableException($"Snapshot {found.Id} has lost {known.Name}");
        return TypedResults.Stream(content, label.ContentType, label.FileName);
    }

    private static ExportAnswer ToAnswer(string campaign, Snapshot s, bool personal) => new(
        s.Id, s.AsOf, s.Label, s.Frozen, s.Origin,
        [.. s.Files.Select(f => new ExportFile(f.Name, $"/api/campaigns/{campaign}/exports/{s.Id}/{f.Name}", f.Rows, personal ? f.Sha256 : f.MaskedSha256))]);

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".csv" => "text/csv; charset=utf-8",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };
}
