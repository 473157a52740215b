using Microsoft.AspNetCore.WebUtilities;

namespace CddFunctions.Web;

/// <summary>Where a form goes back to: the page of this programme that it was sent from, never another site.</summary>
public static class LocalAddress
{
    private const int Longest = 1000;

    /// <summary>Parameter of an address with which a page learns what the form that led back to it has done.</summary>
    public const string Done = "done";

    /// <summary>The programme's start page; all its other pages lie below.</summary>
    public static string Start(string campaign) => $"/api/ui/{Uri.EscapeDataString(campaign)}";

    /// <returns><paramref name="fallback"/> for whatever is no address of a page of the programme.</returns>
    public static string Check(string? given, string campaign, string fallback)
    {
        var start = Start(campaign);
        var ours =
            given is { Length: <= Longest }
            && (
                string.Equals(given, start, StringComparison.Ordinal)
                || given.StartsWith(start + "/", StringComparison.Ordinal)
                || given.StartsWith(start + "?", StringComparison.Ordinal)
            )
            && given.All(c => c is > ' ' and <= '~' and not '\\')
            && !given.Contains("//", StringComparison.Ordinal)
            && !given.Contains("..", StringComparison.Ordinal);
        return ours ? given! : fallback;
    }

    /// <summary>303: the browser goes on with a GET, and loading that page again sends nothing twice.</summary>
    /// <param name="done">What was done and with what: <c>accept.t-plan.2101</c>.</param>
    public static IResult Return(HttpResponse response, string address, string done) =>
        Go(response, QueryHelpers.AddQueryString(address, Done, done));

    /// <summary>The same for an address that shows by itself what was done.</summary>
    public static IResult Go(HttpResponse response, string address)
    {
        response.Headers.Location = address;
        response.Headers.CacheControl = "no-store";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
