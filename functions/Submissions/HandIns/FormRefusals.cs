using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Submissions.HandIns;

/// <summary>Whoever posts an HTML form reads a page, also when the hand-in is refused; programs keep Problem Details.</summary>
public static class FormRefusals
{
    public static async ValueTask<object?> AsPageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await next(context) is var result && result is ProblemResult refused && HandInBody.WantsPage(context.HttpContext.Request)
            ? new Refusal(refused.Problem)
            : result;

    private sealed class Refusal(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Outcomes.Note(httpContext, problem);
            return httpContext.RequestServices.GetRequiredService<RefusalPage>()(httpContext, problem);
        }
    }
}
