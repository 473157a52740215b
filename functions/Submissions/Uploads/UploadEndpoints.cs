using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Platform.Telemetry;
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
            .LogOutcomes("upload-ticket")
            .Produces<Ticket>(201)
            .Problems(400, 409, 413, 415);
        // The ticket in the address is the right to send. Browsers send the type they guess.
        uploads
            .MapPut("/{id}", PutAsync)
            .LogOutcomes("upload")
            .Accepts<byte[]>("*/*")
            .Produces<UploadAnswer>()
            .Problems(400, 403, 409, 413, 422);
        uploads
            .MapPost("/{id}/measure", MeasureAsync)
            .Allow(CallerRole.Officer, CallerRole.Admin, CallerRole.Intake)
            .Produces<UploadAnswer>()
            .Problems(400, 409, 422);
    }

    private static async Task<IResult> AnnounceAsync(
        LaunchedCampaign campaign,
        TicketRequest request,
        Caller caller,
        AnnounceUpload announce,
        UploadTimes times,
        IIncoming incoming,
        CapabilityTokens tokens,
        HttpRequest http,
        CancellationToken ct
    )
    {
        Name(http.HttpContext, campaign, request.Task, null);
        if ((Access.RefuseFile(caller, campaign, request.Task) ?? AnnounceUpload.Refuse(campaign, request)) is { } invalid)
            return invalid.ToResult();
        if (await times.RefuseAsync(campaign, request.Task, caller.Subject, ct) is { } closed)
            return closed.ToResult();

        var id = AnnounceUpload.NewId();
        Name(http.HttpContext, campaign, request.Task, id);
        var direct = await incoming.AnnounceAsync(UploadStore.FileName(campaign.Id, id), AddressLife, ct);
        var upload = (await announce.RunAsync(campaign, caller, id, request, direct is null ? TicketLife : AddressLife, ct)).Value;

        var url = direct?.Uri.AbsoluteUri ?? $"{http.Scheme}://{http.Host}{Address(campaign, id)}?ticket={Signature(tokens, campaign, id)}";
        return TypedResults.Created(Address(campaign, id), new Ticket(id, url, upload.ExpiresAt, direct?.Headers));
    }

    private static async Task<IResult> MeasureAsync(
        LaunchedCampaign campaign,
        string id,
        Caller caller,
        UploadStore store,
        MeasureUpload measure,
        UploadTimes times,
        CancellationToken ct
    )
    {
        if (await store.FindAsync(campaign, id, ct) is not { Value.Removed: false } upload)
            return UploadProblems.NotFound(id).ToResult();
        if (!upload.Value.IsOf(caller))
            return IdentityProblems.NotYours().ToResult();
        if (await times.RefuseAsync(campaign, upload.Value.Task, upload.Value.Subject, ct) is { } closed)
            return closed.ToResult();

        return await measure
            .RunAsync(campaign, upload, ct)
            .ToResultAsync(measured => TypedResults.Ok(UploadAnswer.Of(id, measured.Value.Received!)));
    }

    private static async Task<IResult> PutAsync(
        LaunchedCampaign campaign,
        string id,
        string? ticket,
        UploadStore store,
        ReceiveUpload receive,
        UploadTimes times,
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
        Name(http, campaign, upload.Value.Task, id);
        if (clock.GetUtcNow() > upload.Value.ExpiresAt)
            return UploadProblems.TicketInvalid().ToResult();
        if (await times.RefuseAsync(campaign, upload.Value.Task, upload.Value.Subject, ct) is { } closed)
            return closed.ToResult();

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = upload.Value.Length + 1;
        return await receive
            .RunAsync(campaign, upload, http.Request.Body, http.Request.ContentLength, ct)
            .ToResultAsync(received => TypedResults.Ok(UploadAnswer.Of(id, received)));
    }

    /// <summary>For the log: the task if it is known, and not one that is handed in without a name.</summary>
    private static void Name(HttpContext http, LaunchedCampaign campaign, string? task, string? upload)
    {
        var found = task is null ? null : campaign.FindTask(task);
        if (found is null || campaign.FormOf(found) is not { Anonymous: true })
            Outcomes.Name(http, found?.Id, upload: upload);
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
