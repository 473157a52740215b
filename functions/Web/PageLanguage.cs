namespace CddFunctions.Web;

/// <summary>Thai, until the reader asks for English with <c>?lang=en</c>; the choice is kept in a cookie.</summary>
public static class PageLanguage
{
    public const string Cookie = "cdd-lang";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static bool IsEnglish(HttpRequest request) => (Asked(request) ?? request.Cookies[Cookie]) is "en";

    /// <summary>Keeps a choice made in this address.</summary>
    public static void Keep(HttpContext http)
    {
        if (Asked(http.Request) is { } language)
        {
            http.Response.Cookies.Append(
                Cookie,
                language,
                new()
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = http.Request.IsHttps,
                    Path = "/api",
                    MaxAge = Kept,
                }
            );
        }
    }

    private static string? Asked(HttpRequest request) =>
        request.Query["lang"].ToString() is "th" or "en" ? request.Query["lang"].ToString() : null;
}
