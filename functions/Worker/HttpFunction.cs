using CddFunctions.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CddFunctions.Worker;

/// <summary>Everything under /api: the application has its own routes, identity and refusals.</summary>
public sealed class HttpFunction(Guest guest)
{
    [Function("Http")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "delete", "head", Route = "{*path}")] HttpRequest request)
    {
        await guest.AnswerAsync(request.HttpContext);
        return new EmptyResult(); // the answer has been written
    }
}
