using CddFunctions.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CddFunctions.Worker;

/// <summary>
/// One function per feature, so that the portal shows metrics by feature and a single feature can be switched off. Every function
/// hands its request to the same application, whose routes, identity and refusals decide. The host tries routes in the order of the
/// function names, so the name Wildcard makes the last one take what no feature takes, for the application to refuse.
/// </summary>
public sealed class HttpFunctions(HostedApplication application)
{
    private const AuthorizationLevel Open = AuthorizationLevel.Anonymous;

    [Function("Audit")]
    public Task<IActionResult> AuditAsync([HttpTrigger(Open, "get", "head", Route = "campaigns/{campaign}/audit")] HttpRequest request) =>
        AnswerAsync(request);

    [Function("Ballots")]
    public Task<IActionResult> BallotsAsync(
        [HttpTrigger(Open, "get", "head", "post", "put", Route = "campaigns/{campaign}/ballots/{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    [Function("Campaigns")]
    public Task<IActionResult> CampaignsAsync([HttpTrigger(Open, "get", "head", Route = "campaigns/{campaign?}")] HttpRequest request) =>
        AnswerAsync(request);

    [Function("Exports")]
    public Task<IActionResult> ExportsAsync(
        [HttpTrigger(Open, "get", "head", "post", Route = "campaigns/{campaign}/exports/{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    [Function("Health")]
    public Task<IActionResult> HealthAsync([HttpTrigger(Open, "get", "head", Route = "health")] HttpRequest request) =>
        AnswerAsync(request);

    [Function("Links")]
    public Task<IActionResult> LinksAsync(
        [HttpTrigger(Open, "get", "head", "post", "delete", Route = "campaigns/{campaign}/links/{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    [Function("Obligations")]
    public Task<IActionResult> ObligationsAsync(
        [HttpTrigger(Open, "get", "head", "post", Route = "campaigns/{campaign}/obligations/{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    [Function("Pages")]
    public Task<IActionResult> PagesAsync([HttpTrigger(Open, "get", "head", "post", Route = "ui/{*path}")] HttpRequest request) =>
        AnswerAsync(request);

    [Function("Proposals")]
    public Task<IActionResult> ProposalsAsync(
        [HttpTrigger(Open, "get", "head", "post", "put", "delete", Route = "campaigns/{campaign}/proposal/{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    [Function("Rosters")]
    public Task<IActionResult> RostersAsync(
        [HttpTrigger(Open, "get", "head", "put", Route = "campaigns/{campaign}/rosters/{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    [Function("Submissions")]
    public Task<IActionResult> SubmissionsAsync(
        [HttpTrigger(Open, "get", "head", "post", "put", Route = "campaigns/{campaign}/tasks/{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    [Function("UnitSets")]
    public Task<IActionResult> UnitSetsAsync(
        [HttpTrigger(Open, "put", Route = "campaigns/{campaign}/unit-sets/{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    [Function("Uploads")]
    public Task<IActionResult> UploadsAsync(
        [HttpTrigger(Open, "post", "put", Route = "campaigns/{campaign}/uploads/{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    [Function("Wildcard")]
    public Task<IActionResult> WildcardAsync(
        [HttpTrigger(Open, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request
    ) => AnswerAsync(request);

    private async Task<IActionResult> AnswerAsync(HttpRequest request)
    {
        await application.AnswerAsync(request.HttpContext);
        return new EmptyResult(); // the application has written the answer
    }
}
