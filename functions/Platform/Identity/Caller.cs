namespace CddFunctions.Platform.Identity;

/// <summary>What a capability allows. Voter and judge are used by ballots and contests.</summary>
public enum CallerRole
{
    Admin,
    Officer,
    Judge,
    Voter,
    Viewer,
    Intake,
}

/// <summary>
/// Who is asking: read once per request from the capability or the administrator's key, before any handler runs.
/// </summary>
/// <param name="Campaign">The capability's campaign; null for the installation's administrator, who may act in all.</param>
/// <param name="Subject">Unit code of an officer, task of an intake, panel seat of a judge, roll entry of a voter.</param>
/// <param name="Link">Id of the capability link, for the record of who did what; null for the administrator's key.</param>
/// <param name="Line">Whose links the link goes back to: see <see cref="Person"/>.</param>
/// <param name="Session">The sign-in that the capability was given out for; null for a link.</param>
public sealed record Caller(CallerRole Role, string? Campaign, string Subject, string? Link, string? Line = null, string? Session = null)
{
    public static readonly Caller Administrator = new(CallerRole.Admin, null, "admin-key", null);

    /// <summary>Who it was, as records and the audit have it: the id of the link, or <c>admin-key</c>.</summary>
    public string By => Link ?? Subject;

    /// <summary>Null when the caller holds one of the roles in this campaign, else 401 or 403.</summary>
    public static Problem? Refuse(Caller? caller, string campaign, params ReadOnlySpan<CallerRole> roles)
    {
        if (caller is null)
            return IdentityProblems.Missing();

        var here = caller.Campaign is null || string.Equals(caller.Campaign, campaign, StringComparison.Ordinal);
        return here && roles.Contains(caller.Role) ? null : IdentityProblems.NotYours();
    }

    /// <summary>Gives a handler the caller that <see cref="IdentityMiddleware"/> found; null when the request has no identity.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http) => new(http.Features.Get<Caller>());
}
