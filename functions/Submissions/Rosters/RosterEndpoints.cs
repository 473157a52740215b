using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// Rosters up as JSON or Excel (with <c>If-Match</c> where the caller wants nobody's list replaced unread), down as they stand, and
/// the empty or filled Excel template.
/// </summary>
public static class RosterEndpoints
{
    private const long MostBytes = 5 * 1_048_576;
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapRosters(this IEndpointRouteBuilder routes)
    {
        var rosters = routes
            .MapGroup("/api/campaigns/{campaign}/rosters/{roster}/{unit}")
            .WithTags("Rosters")
            .Identified()
            .InCampaign()
            .ForRoster()
            .Allow(CallerRole.Officer, CallerRole.Admin)
            .OwnUnit(); // viewers see counts only
        rosters
            .MapPut("", PutAsync)
            .LogOutcomes("roster")
            .Accepts<RosterRequest>("application/json", Workbook)
            .Produces<RosterAnswer>()
            .Problems(400, 409, 412, 413, 415, 422, 503);
        rosters.MapGet("", GetAsync).Produces<RosterAnswer>();
        rosters.MapGet("/template.xlsx", TemplateAsync).Produces(200, contentType: Workbook);
        routes.MapRosterPages();
    }

    private static async Task<IResult> PutAsync(
        RosterTarget found,
        Caller caller,
        HttpRequest http,
        PutRoster put,
        RosterWorkbooks workbooks,
        CancellationToken ct
    )
    {
        var faults = new FieldFaults();
        if ((await ReadAsync(http, workbooks, await put.AskedAsync(found, ct), faults, ct)).IsRefused(out var unread, out var sheet))
            return unread.ToResult();

        Func<string?, bool>? seen = IfMatch.Read(http) is { } condition
            ? version => version is not null && condition.Matches(version)
            : null;
        return await put.RunAsync(found, caller, sheet, faults, seen, ct)
            .ToResultAsync(saved => Answer(http.HttpContext.Response, saved.Answer, saved.Version));
    }

    private static async Task<Outcome<RosterRows>> ReadAsync(
        HttpRequest http,
        RosterWorkbooks workbooks,
        Field table,
        FieldFaults faults,
        CancellationToken ct
    )
    {
        if (await LimitedBody.ReadAsync(http, MostBytes, ct) is not { } bytes)
            return CommonProblems.TooLarge();
        if (http.HasJsonContentType())
            return Json.Read<RosterRequest>(bytes).IsRefused(out var unread, out var request) ? unread : ReadList(request, faults);
        if (string.Equals(http.ContentType?.Split(';')[0].Trim(), Workbook, StringComparison.OrdinalIgnoreCase))
            return await workbooks.ReadAsync(bytes, table, faults, ct);
        return CommonProblems.WrongContent();
    }

    private static RosterRows ReadList(RosterRequest request, FieldFaults faults)
    {
        if (request.Entries.Count <= TableRules.MostRows)
            return new(request.Entries, []);

        faults.Rule("entries", "too-many-rows", $"เกิน {TableRules.MostRows:#,0} แถว", $"More than {TableRules.MostRows:#,0} rows.");
        return new([], []);
    }

    private static async Task<IResult> GetAsync(
        RosterTarget found,
        Caller caller,
        HttpResponse response,
        RosterStore store,
        SubmissionAudit audit,
        CancellationToken ct
    )
    {
        if (await store.FindAsync(found.Target.Campaign, found.Roster, found.Target.Unit, ct) is not { } stored)
            return RosterProblems.Empty().ToResult();

        await audit.RosterReadAsync(found, caller);
        return Answer(response, PutRoster.Answer(found.Table, stored.Value.Baseline, stored.Value.Entries), stored.Version);
    }

    private static Ok<RosterAnswer> Answer(HttpResponse response, RosterAnswer answer, string version)
    {
        response.Headers.ETag = $"\"{version}\"";
        return TypedResults.Ok(answer);
    }

    private static async Task<IResult> TemplateAsync(
        RosterTarget found,
        Caller caller,
        RosterStore store,
        Places places,
        SubmissionAudit audit,
        CancellationToken ct
    )
    {
        var stored = await store.FindAsync(found.Target.Campaign, found.Roster, found.Target.Unit, ct);
        if (stored is not null)
            await audit.RosterReadAsync(found, caller);
        var shown = found with { Table = RosterForms.Shown(found.Table, stored?.Value.Baseline.Count > 0) };
        var around = await places.AroundAsync(found.Target.Campaign, found.Target.Unit, ct);
        var bytes = RosterTemplate.Write(shown, stored?.Value.Entries ?? [], around);
        return TypedResults.File(bytes, Workbook, $"{found.Roster.Id}-{found.Target.Unit.Code}.xlsx");
    }
}
