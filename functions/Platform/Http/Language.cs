namespace CddFunctions.Platform.Http;

/// <summary>Thai first; English when the caller's Accept-Language ranks it above Thai.</summary>
public static class Language
{
    public static bool PrefersEnglish(HttpRequest request)
    {
        var best = request
            .GetTypedHeaders()
            .AcceptLanguage.Where(l => Is(l.Value.Value, "th") || Is(l.Value.Value, "en"))
            .OrderByDescending(l => l.Quality ?? 1)
            .FirstOrDefault();
        return best is not null && Is(best.Value.Value, "en");
    }

    private static bool Is(string? tag, string language) =>
        tag is not null
        && (tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));
}
