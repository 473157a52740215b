using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Platform.Http;

/// <summary>Sends a refusal as an HTML page. The pages supply this function, because Platform knows no HTML.</summary>
public delegate Task RefusalPage(HttpContext http, Problem problem);

public static class Refusals
{
    /// <summary>Answers the post of a form, and a browser that opens an address, with a page; programs with Problem Details.</summary>
    public static Task SendAsync(HttpContext http, Problem problem)
    {
        if (!IsFromPerson(http.Request) || http.RequestServices.GetService<RefusalPage>() is not { } page)
            return problem.ToResult().ExecuteAsync(http);

        Outcomes.Note(http, problem);
        return page(http, problem);
    }

    /// <summary>Only browsers ask for HTML by name; programs ask for anything or for JSON.</summary>
    private static bool IsFromPerson(HttpRequest request) =>
        request.HasFormContentType
        || (
            HttpMethods.IsGet(request.Method)
            && request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
        );
}

/// <summary>A refusal of what people open from a page: a page for them, Problem Details for programs.</summary>
internal sealed class RefusalResult(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Refusals.SendAsync(httpContext, problem);
}
