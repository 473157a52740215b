namespace CddFunctions.Platform.Identity;

/// <summary>A link that a browser holds, and that opens something now.</summary>
public sealed record HeldLink(string Token, Capability Capability)
{
    public string Id => Capability.I;

    public Caller Caller => Capability.ToCaller();
}

/// <summary>Pure: the links of one programme that a browser holds, the one it used last first.</summary>
public sealed record HeldLinks(IReadOnlyList<HeldLink> Links)
{
    public const int Most = 8;

    /// <summary>Characters of all tokens together: browsers keep cookies of 4,096 bytes, name and attributes included.</summary>
    public const int MostCharacters = 3800;

    public static readonly HeldLinks None = new([]);

    /// <summary>The link that pages are opened with; null when the browser holds none.</summary>
    public HeldLink? Current => Links.Count > 0 ? Links[0] : null;

    public HeldLink? Find(string id) => Links.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.Ordinal));

    /// <summary>Makes a link the current one. The one that was not used for longest falls off where there is no room.</summary>
    public HeldLinks With(HeldLink link)
    {
        var kept = Without(link.Id).Links.Prepend(link).Take(Most).ToList();
        while (kept.Count > 1 && kept.Sum(l => l.Token.Length + 1) > MostCharacters)
            kept.RemoveAt(kept.Count - 1);
        return new(kept);
    }

    public HeldLinks Without(string id) => new([.. Links.Where(l => !string.Equals(l.Id, id, StringComparison.Ordinal))]);
}

/// <summary>
/// The cookies of a browser. One per programme holds its links side by side; a voter's session has one of its own, so that voting
/// signs nobody out, and no link of an office votes.
/// </summary>
public sealed class LinkCookies(CapabilityCheck capabilities, TimeProvider clock)
{
    private const char Between = '~';

    /// <summary>Marks routes of voters: they know the voter's session only, all others the links only.</summary>
    public sealed record ForVoters;

    public static string NameOf(string campaign, bool voters = false) => voters ? $"cdd-{campaign}.vote" : $"cdd-{campaign}";

    public static bool IsGiven(HttpRequest request, string campaign, bool voters) => request.Cookies.ContainsKey(NameOf(campaign, voters));

    /// <summary>Leaves out what is expired, revoked, of another programme or not signed here.</summary>
    public async Task<HeldLinks> ReadAsync(HttpRequest request, string campaign, bool voters, CancellationToken ct)
    {
        var links = new List<HeldLink>();
        foreach (var token in (request.Cookies[NameOf(campaign, voters)] ?? "").Split(Between).Take(HeldLinks.Most))
        {
            if (
                await capabilities.FindAsync(token, ct) is { } capability
                && string.Equals(capability.C, campaign, StringComparison.Ordinal)
                && capability.R is CallerRole.Voter == voters
            )
                links.Add(new(token, capability));
        }

        return new(links);
    }

    public void Write(HttpContext http, string campaign, HeldLinks held)
    {
        if (held.Current is null)
        {
            http.Response.Cookies.Delete(NameOf(campaign), Options(http));
            return;
        }

        // The cookie's life is a duration, not a date, because in a rehearsal the browser has another clock than the application.
        var last = DateTimeOffset.FromUnixTimeSeconds(held.Links.Max(l => l.Capability.E));
        Append(http, NameOf(campaign), string.Join(Between, held.Links.Select(l => l.Token)), last - clock.GetUtcNow());
    }

    /// <summary>Keeps a voter's session for as long as said.</summary>
    public static void WriteVoter(HttpContext http, string campaign, string token, TimeSpan life) =>
        Append(http, NameOf(campaign, voters: true), token, life);

    public static void EndVoter(HttpContext http, string campaign) =>
        http.Response.Cookies.Delete(NameOf(campaign, voters: true), Options(http));

    private static void Append(HttpContext http, string name, string value, TimeSpan life)
    {
        var options = Options(http);
        options.MaxAge = life;
        http.Response.Cookies.Append(name, value, options);
    }

    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/api",
        };
}
