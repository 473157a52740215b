using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Submissions.HandIns;

/// <summary>Whoever posts an HTML form reads a page, also when the hand-in is refused; programs keep Problem Details.</summary>
public static class FormRefusals
{
    public static async ValueTask<object?> AsPageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await next(context) is var result && result is ProblemResult refused && KeyedHandIn.WantsPage(context.HttpContext.Request)
            ? new Refusal(refused.Problem)
            : result;

    public static Task SendAsync(HttpContext http, Problem problem)
    {
        if (!KeyedHandIn.WantsPage(http.Request))
            return problem.ToResult().ExecuteAsync(http);

        Outcomes.Note(http, problem);
        return http.RequestServices.GetRequiredService<RefusalPage>()(http, problem);
    }

    private sealed class Refusal(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => SendAsync(httpContext, problem);
    }
}
