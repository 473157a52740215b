using CddFunctions.Platform.Http;
using Microsoft.Extensions.Primitives;

namespace CddFunctions.Platform.Identity;

/// <summary>
/// Finds the caller of each request: <c>Authorization: Bearer</c>, the header <c>x-admin-key</c>, or the cookie of the pages.
/// A wrong credential is refused at once (401) rather than treated as none.
/// </summary>
public sealed class IdentityMiddleware(RequestDelegate next, CapabilityCheck capabilities, InstallationSecrets secrets, PageIdentity pages)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var (caller, refusal) = await IdentifyAsync(context);
        if (refusal is not null)
        {
            await Refusals.SendAsync(context, refusal);
            return;
        }

        if (caller is not null)
            context.Features.Set(caller);

        await next(context);
    }

    private async Task<(Caller? Caller, Problem? Refusal)> IdentifyAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.TryGetValue("x-admin-key", out var key))
            return secrets.IsAdminKey(key.ToString()) ? (Caller.Administrator, null) : (null, IdentityProblems.Invalid());

        if (Bearer(request.Headers.Authorization) is { } bearer)
            return await FromTokenAsync(bearer, context.RequestAborted);

        return context.GetRouteValue("campaign") is string campaign ? await pages.IdentifyAsync(context, campaign) : (null, null);
    }

    private async Task<(Caller?, Problem?)> FromTokenAsync(string token, CancellationToken ct) =>
        await capabilities.FindAsync(token, ct) is { } capability ? (capability.ToCaller(), null) : (null, IdentityProblems.Invalid());

    private static string? Bearer(StringValues header) =>
        header.ToString() is { } value && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value[7..].Trim() : null;
}
