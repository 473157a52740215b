using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.HandIns;
using Microsoft.AspNetCore.WebUtilities;

namespace CddFunctions.Ballots;

/// <summary>
/// The address that takes votes: JSON or a form. A form names its contests
/// <c>choices.{contest}</c> and its attempt key <c>idempotencyKey</c>; whoever posts a form reads a page, also when refused.
/// </summary>
public static class VoteEndpoint
{
    private const int MostBytes = 64 * 1024;
    private const string Prefix = "choices.";

    private sealed record Body(VoteRequest Request, string? Attempt, bool FromForm);

    public static async Task<IResult> HandleAsync(
        BallotTarget target,
        Caller caller,
        HttpContext http,
        CastVote cast,
        VotePages pages,
        CancellationToken ct
    )
    {
        if ((await ReadAsync(http.Request, ct)).IsRefused(out var unread, out var body))
            return Refused(http, pages, unread);
        if (body.FromForm)
            return await pages.CastAsync(target, caller, body.Request, body.Attempt, http, ct);

        return (await cast.RunAsync(target, caller, body.Request, body.Attempt, ct)).IsRefused(out var refused, out var answer)
            ? refused.ToResult()
            : TypedResults.Created((string?)null, answer);
    }

    /// <summary>Also used by the paper page, whose review step reads the same form.</summary>
    public static VoteRequest ReadForm(string form, out string? attempt)
    {
        var values = QueryHelpers.ParseQuery(form);
        attempt = values.TryGetValue("idempotencyKey", out var key) ? key[0] : null;
        var choices = values
            .Where(v => v.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(v => v.Key[Prefix.Length..], v => v.Value, StringComparer.Ordinal);
        return new(choices.ToDictionary(c => c.Key, c => c.Value[0], StringComparer.Ordinal))
        {
            Twice = [.. choices.Where(c => c.Value.Count > 1).Select(c => c.Key)],
        };
    }

    private static async Task<Outcome<Body>> ReadAsync(HttpRequest http, CancellationToken ct)
    {
        var header = http.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? given : null;
        if (await LimitedBody.ReadAsync(http, MostBytes, ct) is not { } bytes)
            return CommonProblems.TooLarge();
        if (KeyedHandIn.IsForm(http))
            return new Body(ReadForm(System.Text.Encoding.UTF8.GetString(bytes), out var attempt), header ?? attempt, FromForm: true);
        if (!http.HasJsonContentType())
            return CommonProblems.WrongContent();

        return Json.Read<VoteRequest>(bytes).IsRefused(out var unread, out var request)
            ? unread
            : new Body(request, header, FromForm: false);
    }

    /// <summary>Refuses a request, also at the door: with a page for an HTML form, with Problem Details for programs.</summary>
    public static Task RefuseAsync(HttpContext http, Problem problem) =>
        Refused(http, http.RequestServices.GetRequiredService<VotePages>(), problem).ExecuteAsync(http);

    private static IResult Refused(HttpContext http, VotePages pages, Problem problem) =>
        KeyedHandIn.IsForm(http.Request) ? pages.Refused(http, problem) : problem.ToResult();
}
