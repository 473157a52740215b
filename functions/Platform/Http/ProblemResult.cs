using System.Globalization;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Platform.Http;

/// <summary>
/// Writes a problem as <c>application/problem+json</c> in the language the caller asked for (Thai unless English is preferred).
/// </summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    public Problem Problem => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        Outcomes.Note(httpContext, problem);
        if (problem.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        if (problem.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        return response.WriteAsJsonAsync(
            ToDocument(problem, Language.PrefersEnglish(httpContext.Request)),
            Json.Options,
            "application/problem+json",
            httpContext.RequestAborted
        );
    }

    private static ProblemDocument ToDocument(Problem problem, bool english) =>
        new(
            $"/problems/{problem.Code}",
            problem.Title.In(english),
            problem.Status,
            problem.Detail.In(english),
            problem
                .Errors?.GroupBy(e => e.Path, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(e => e.Message.In(english)).ToArray(), StringComparer.Ordinal)
        )
        {
            More = problem.More?.ToDictionary(StringComparer.Ordinal),
        };
}
