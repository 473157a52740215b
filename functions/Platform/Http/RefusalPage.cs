using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Platform.Http;

/// <summary>Sends a refusal as an HTML page. The pages supply this function, because Platform knows no HTML.</summary>
public delegate Task RefusalPage(HttpContext http, Problem problem);

public static class Refusals
{
    /// <summary>Answers the post of an HTML form with a page, and every other request with Problem Details.</summary>
    public static Task SendAsync(HttpContext http, Problem problem)
    {
        if (!http.Request.HasFormContentType || http.RequestServices.GetService<RefusalPage>() is not { } page)
            return problem.ToResult().ExecuteAsync(http);

        Outcomes.Note(http, problem);
        return page(http, problem);
    }
}
