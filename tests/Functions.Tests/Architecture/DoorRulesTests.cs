namespace CddFunctions.Tests.Architecture;

/// <summary>Who may come in stands on the routes, and only routes and pages know HTTP.</summary>
public sealed class DoorRulesTests
{
    private static readonly string[] MakeHttp =
    [
        "functions/Board/",
        "functions/Platform/",
        "functions/Web/",
        "functions/Submissions/HandIns/FormRefusals.cs",
    ];

    /// <summary>
    /// Two results that anybody may read once they are published, and a vote that is sent from a page that anybody may open. The
    /// vote itself looks as well: the page is not the only way to it.
    /// </summary>
    private static readonly string[] AskThemselves =
    [
        "functions/Ballots/Envelopes/CastVote.cs",
        "functions/Ballots/Pages/ResultPages.cs",
        "functions/Ballots/Pages/VoteSession.cs",
        "functions/Ballots/TallyEndpoints.cs",
    ];

    [Fact]
    public void A_use_case_returns_a_value_and_no_answer_of_HTTP()
    {
        var wrong = Using("IResult")
            .Concat(Using("TypedResults"))
            .Where(f => !f.Contains("/Pages/", StringComparison.Ordinal) && !MakeHttp.Any(m => f.StartsWith(m, StringComparison.Ordinal)))
            .Where(f => !f.EndsWith("Endpoints.cs", StringComparison.Ordinal) && !f.EndsWith("Endpoint.cs", StringComparison.Ordinal))
            .Where(f => !f.EndsWith("Result.cs", StringComparison.Ordinal));

        Assert.Empty(wrong.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void No_handler_asks_for_a_role_itself() =>
        Assert.Equal(AskThemselves, Using("Caller.Refuse(").Where(f => !f.StartsWith("functions/Platform/", StringComparison.Ordinal)));

    private static IEnumerable<string> Using(string text) =>
        Repository.Files("functions", "*.cs").Where(f => Repository.Read(f).Contains(text, StringComparison.Ordinal));
}
