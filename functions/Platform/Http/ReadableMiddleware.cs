using CddFunctions.Platform.Identity;

namespace CddFunctions.Platform.Http;

/// <summary>
/// Stands behind the door and refuses what would be read wrongly: a query that the address does not know (<see cref="QueryRules"/>), and
/// text that is not UTF-8, whose letters would be lost (<see cref="TextRules"/>).
/// </summary>
public sealed class ReadableMiddleware(RequestDelegate next)
{
    private const int InMemory = 256 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is { } endpoint && await RefuseAsync(endpoint.Metadata, http.Request) is { } problem)
        {
            await (endpoint.Metadata.GetMetadata<Doors.Told>()?.Answer ?? Refusals.SendAsync)(http, problem);
            return;
        }

        await next(http);
    }

    private static async Task<Problem?> RefuseAsync(EndpointMetadataCollection declared, HttpRequest request)
    {
        if (QueryRules.Refuse(declared, request) is { } query)
            return query;
        if (!request.HasFormContentType)
            return request.HasJsonContentType() ? TextRules.RefuseJson(request) : null;

        return TextRules.Refuse(request.ContentType) ?? await RefuseFormAsync(declared, request);
    }

    /// <summary>The body can be read again afterwards; a byte order mark before it is skipped.</summary>
    private static async Task<Problem?> RefuseFormAsync(EndpointMetadataCollection declared, HttpRequest request)
    {
        request.EnableBuffering(InMemory);
        if (TextRules.IsUrlEncoded(request) && await TextRules.RefuseUrlEncodedAsync(request) is { } problem)
            return problem;

        return declared.GetMetadata<ForPeople>() is null ? null : await TextRules.RefuseFormAsync(request);
    }
}

/// <summary>
/// Marks addresses that people open. Their queries may hold anything: whoever passes a link on adds marks of its own to the address.
/// </summary>
public sealed record ForPeople;
