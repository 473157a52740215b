using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Submissions.Uploads;

/// <summary>Upload tickets, the address that takes the bytes on one machine, and the question what became of them.</summary>
public static class UploadEndpoints
{
    /// <summary>Of an address of the file store: whoever learns it can write there, and nobody can take it back.</summary>
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TicketLife = TimeSpan.FromHours(2);

    /// <param name="ContentType">What the browser thinks it is. Only the bytes decide.</param>
    /// <param name="Length">Bytes.</param>
    /// <param name="Task">With <paramref name="Field"/>, optional: the field it is for, so that it is checked on arrival.</param>
    public sealed record TicketRequest(string FileName, string ContentType, long Length, string? Task = null, string? Field = null);

    /// <param name="PutUrl">Where the bytes go: to the application, or straight to its file store.</param>
    /// <param name="ExpiresAt">A PUT that begins later is refused.</param>
    /// <param name="Headers">What the PUT must carry; absent when nothing.</param>
    public sealed record Ticket(string UploadId, string PutUrl, DateTimeOffset ExpiresAt, IReadOnlyDictionary<string, string>? Headers = null);

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/api/campaigns/{campaign}/uploads").WithTags("Uploads").ProducesProblem(404);
        uploads.MapPost("", AnnounceAsync).Produces<Ticket>(201).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(413).ProducesProblem(415)
            .ProducesProblem(429).RequireRateLimiting(RateLimits.UploadPolicy);
        uploads.MapPut("/{id}", PutAsync).Accepts<byte[]>("*/*") // browsers send the type they guess
            .Produces<UploadAnswer>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(413).ProducesProblem(422);
        uploads.MapPost("/{id}/measure", MeasureAsync)
            .Produces<UploadAnswer>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> AnnounceAsync(
        string campaign, TicketRequest request, CallerOf caller, CampaignCatalog catalog, AnnounceUpload announce,
        IIncoming incoming, CapabilityTokens tokens, HttpRequest http, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Officer, CallerRole.Admin, CallerRole.Intake) is { } refusal)
            return refusal.ToResult();
        if (AnnounceUpload.Refuse(launched, request) is { } invalid)
            return invalid.ToResult();

        var id = AnnounceUpload.NewId();
        var direct = await incoming.AnnounceAsync(UploadStore.FileName(campaign, id), AddressLife, ct);
        var upload = (await announce.RunAsync(launched, caller.Value!, id, request, direct is null ? TicketLife : AddressLife, ct)).Value;

        var url = direct?.Uri.AbsoluteUri
            ?? $"{http.Scheme}://{http.Host}/api/campaigns/{campaign}/uploads/{id}?ticket={Signature(tokens, campaign, id)}";
        return TypedResults.Created($"/api/campaigns/{campaign}/uploads/{id}", new Ticket(id, url, upload.ExpiresAt, direct?.Headers));
    }

    private static async Task<IResult> MeasureAsync(
        string campaign, string id, CallerOf caller, CampaignCatalog catalog, UploadStore store, MeasureUpload measure, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (Caller.Refuse(caller.Value, campaign, CallerRole.Officer, CallerRole.Admin, CallerRole.Intake) is { } refusal)
            return refusal.ToResult();
        if (await store.FindAsync(launched, id, ct) is not { Value.Removed: false } upload)
            return UploadProblems.NotFound(id).ToResult();
        if (!upload.Value.IsOf(caller.Value!))
            return IdentityProblems.NotYours().ToResult();

        return (await measure.RunAsync(launched, upload, ct)).IsRefused(out var problem, out var measured)
            ? problem.ToResult()
            : TypedResults.Ok(UploadAnswer.Of(id, measured.Value.Received!));
    }

    private static async Task<IResult> PutAsync(
        string campaign, string id, string? ticket, CampaignCatalog catalog, UploadStore store, ReceiveUpload receive,
        CapabilityTokens tokens, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        if (catalog.Find(campaign) is not { } launched)
            return CampaignProblems.NotFound(campaign).ToResult();
        if (!CapabilityTokens.SameText(Signature(tokens, campaign, id), ticket ?? ""))
            return UploadProblems.TicketInvalid().ToResult();
        if (await store.FindAsync(launched, id, ct) is not { Value.Removed: false } upload)
            return UploadProblems.NotFound(id).ToResult();
        if (clock.GetUtcNow() > upload.Value.ExpiresAt)
            return UploadProblems.TicketInvalid().ToResult();

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = upload.Value.Length + 1;
        return (await receive.RunAsync(launched, upload, http.Request.Body, http.Request.ContentLength, ct)).IsRefused(out var refusal, out var received)
            ? refusal.ToResult()
            : TypedResults.Ok(UploadAnswer.Of(id, received));
    }

    internal static Field? FieldOf(LaunchedCampaign campaign, string? task, string? field) =>
        task is not null && campaign.FindTask(task) is { } found
            ? campaign.FormOf(found)?.Fields.FirstOrDefault(f => string.Equals(f.Id, field, StringComparison.Ordinal) && !Fields.FormReader.IsTyped(f))
            : null;

    private static string Signature(CapabilityTokens tokens, string campaign, string id) => tokens.Signature($"upload|{campaign}|{id}");
}
