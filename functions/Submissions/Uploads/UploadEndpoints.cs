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
    /// <summary>
    /// How long an address of the file store works. Whoever learns the address can write there, and it cannot be revoked.
    /// </summary>
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TicketLife = TimeSpan.FromHours(2);

    /// <param name="PutUrl">Where the bytes go: to the application, or straight to its file store.</param>
    /// <param name="ExpiresAt">A PUT that begins later is refused.</param>
    /// <param name="Headers">What the PUT must carry; absent when nothing.</param>
    public sealed record Ticket(
        string UploadId,
        string PutUrl,
        DateTimeOffset ExpiresAt,
        IReadOnlyDictionary<string, string>? Headers = null
    );

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/api/campaigns/{campaign}/uploads").WithTags("Uploads").InCampaign();
        uploads
            .MapPost("", AnnounceAsync)
            .Allow(CallerRole.Officer, CallerRole.Admin, CallerRole.Intake)
            .Limit(RateLimits.UploadPolicy)
            .Produces<Ticket>(201)
            .Problems(400, 413, 415);
        // The ticket in the address is the right to send. Browsers send the type they guess.
        uploads.MapPut("/{id}", PutAsync).Accepts<byte[]>("*/*").Produces<UploadAnswer>().Problems(400, 403, 409, 413, 422);
        uploads
            .MapPost("/{id}/measure", MeasureAsync)
            .Allow(CallerRole.Officer, CallerRole.Admin, CallerRole.Intake)
            .Produces<UploadAnswer>()
            .Problems(400, 409, 422);
    }

    [Operation("announceUpload", "Announces a file and gives the address that takes its bytes.")]
    private static async Task<IResult> AnnounceAsync(
        LaunchedCampaign campaign,
        TicketRequest request,
        Caller caller,
        AnnounceUpload announce,
        IIncoming incoming,
        CapabilityTokens tokens,
        HttpRequest http,
        CancellationToken ct
    )
    {
        if (AnnounceUpload.Refuse(campaign, caller, request) is { } invalid)
            return invalid.ToResult();

        var id = AnnounceUpload.NewId();
        var direct = await incoming.AnnounceAsync(UploadStore.FileName(campaign.Id, id), AddressLife, ct);
        var life = direct is null ? TicketLife : AddressLife;
        if ((await announce.RunAsync(campaign, caller, id, request, life, ct)).IsRefused(out var wait, out var upload))
            return wait.ToResult();

        var url = direct?.Uri.AbsoluteUri ?? $"{http.Scheme}://{http.Host}{Address(campaign, id)}?ticket={Signature(tokens, campaign, id)}";
        return TypedResults.Created(Address(campaign, id), new Ticket(id, url, upload.Value.ExpiresAt, direct?.Headers));
    }

    [Operation("measureUpload", "Says what became of an upload: what was measured, or why it was refused.")]
    private static async Task<IResult> MeasureAsync(
        LaunchedCampaign campaign,
        string id,
        Caller caller,
        UploadStore store,
        MeasureUpload measure,
        CancellationToken ct
    )
    {
        if (await store.FindAsync(campaign, id, ct) is not { Value.Removed: false } upload)
            return UploadProblems.NotFound(id).ToResult();
        if (!upload.Value.IsOf(caller))
            return IdentityProblems.NotYours().ToResult();

        return await measure
            .RunAsync(campaign, upload, ct)
            .ToResultAsync(measured => TypedResults.Ok(UploadAnswer.Of(id, measured.Value.Received!)));
    }

    [Operation("putUpload", "Takes the bytes of an announced file and measures them.")]
    private static async Task<IResult> PutAsync(
        LaunchedCampaign campaign,
        string id,
        string? ticket,
        UploadStore store,
        ReceiveUpload receive,
        CapabilityTokens tokens,
        TimeProvider clock,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!CapabilityTokens.SameText(Signature(tokens, campaign, id), ticket ?? ""))
            return UploadProblems.TicketInvalid().ToResult();
        if (await store.FindAsync(campaign, id, ct) is not { Value.Removed: false } upload)
            return UploadProblems.NotFound(id).ToResult();
        if (clock.GetUtcNow() > upload.Value.ExpiresAt)
            return UploadProblems.TicketInvalid().ToResult();

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = http.Request.ContentLength is null ? null : upload.Value.Length + 1; // the frames of chunks count
        return await receive
            .RunAsync(campaign, upload, http.Request.Body, http.Request.ContentLength, ct)
            .ToResultAsync(received => TypedResults.Ok(UploadAnswer.Of(id, received)));
    }

    internal static Field? FieldOf(LaunchedCampaign campaign, string? task, string? field) =>
        task is not null && campaign.FindTask(task) is { } found
            ? campaign
                .FormOf(found)
                ?.Fields.FirstOrDefault(f => string.Equals(f.Id, field, StringComparison.Ordinal) && !Fields.FormReader.IsTyped(f))
            : null;

    private static string Address(LaunchedCampaign campaign, string id) => $"/api/campaigns/{campaign.Id}/uploads/{id}";

    private static string Signature(CapabilityTokens tokens, LaunchedCampaign campaign, string id) =>
        tokens.Signature($"upload|{campaign.Id}|{id}");
}
