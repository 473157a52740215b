using CddFunctions.Ballots.Tally;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots;

/// <summary>Who tallied or certified, as the result says it.</summary>
/// <param name="Link">Id of the link; <c>admin-key</c> for the administrator's key.</param>
/// <param name="Subject">What the link was made for, in the words of whoever made it.</param>
/// <param name="GivenBy">Id of the link that made it; <c>installation</c> when the key, or the link of a start, did.</param>
/// <param name="Giver">What that link was made for.</param>
public sealed record Signer(string Link, string Subject, string GivenBy, string? Giver, DateTimeOffset At);

/// <summary>Steps that take two people (<see cref="Person"/>): who may do the second, and what is kept of whoever did one.</summary>
public sealed class Administrators(LinkStore links, TimeProvider clock)
{
    /// <param name="first">Persons who did the steps before; null for a step that nobody did.</param>
    /// <param name="instead">What helps when nobody is left who may do this.</param>
    /// <returns>Null when the caller is somebody else than all of them; else the refusal, which names those who are.</returns>
    public async Task<Problem?> RefuseAsync(
        BallotTarget target,
        Caller caller,
        IEnumerable<string?> first,
        Text instead,
        CancellationToken ct
    )
    {
        var done = first.OfType<string>().ToList();
        return done.Exists(d => Person.AreOne(d, Person.Of(caller)))
            ? TallyProblems.SecondPerson(await OthersAsync(target, done, ct), instead)
            : null;
    }

    /// <summary>Administrators with a live link who are somebody else than all of these persons, by what their links were made for.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(BallotTarget target, IReadOnlyList<string> persons, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. (await links.AllAsync(target.Campaign.Id, ct))
                .Where(l => l.Link.Role is CallerRole.Admin && l.IsLive(now) && !persons.Any(p => Person.AreOne(p, Person.Of(l))))
                .Select(l => l.Link.Subject),
        ];
    }

    public async Task<Signer> SignAsync(BallotTarget target, Caller caller, CancellationToken ct)
    {
        var giver =
            Person.Maker(caller.Line) is { } maker && await links.FindAsync(target.Campaign.Id, maker, ct) is { } found ? found : null;
        return new(caller.By, caller.Subject, Person.Maker(caller.Line) ?? Person.Installation, giver?.Link.Subject, clock.GetUtcNow());
    }
}
