using CddFunctions.Platform;

namespace CddFunctions.Submissions.HandIns;

/// <summary>Sends a receipt as a page. The pages supply it: this feature knows no HTML.</summary>
public delegate Task ReceiptPage(HttpContext http, int status, HandInAnswer answer, Target target);

/// <summary>Receipt of a hand-in: JSON for programs, a small page that can be printed for HTML forms.</summary>
public sealed class HandInResult(int status, KeptSubmission handedIn, Target target, bool asPage) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.ETag = $"\"{handedIn.Tag}\"";
        response.Headers.CacheControl = "no-store";
        return asPage
            ? httpContext.RequestServices.GetRequiredService<ReceiptPage>()(httpContext, status, handedIn.Answer, target)
            : response.WriteAsJsonAsync(handedIn.Answer, Json.Options, httpContext.RequestAborted);
    }
}
