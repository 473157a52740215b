using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Platform.Http;

/// <summary>Sends a refusal as a page, to whoever posted an HTML form. The pages supply it: the rest knows no HTML.</summary>
public delegate Task RefusalPage(HttpContext http, Problem problem);

public static class Refusals
{
    /// <summary>Whoever posted a form reads a page, programs keep Problem Details.</summary>
    public static Task SendAsync(HttpContext http, Problem problem)
    {
        if (!http.Request.HasFormContentType || http.RequestServices.GetService<RefusalPage>() is not { } page)
            return problem.ToResult().ExecuteAsync(http);

        Outcomes.Note(http, problem);
        return page(http, problem);
    }
}
