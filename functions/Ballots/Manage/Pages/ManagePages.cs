using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Pages;
using CddFunctions.Ballots.Tally;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Manage.Pages;

/// <summary>What a form of the page did or why it was refused, with what was typed into it.</summary>
/// <param name="Step">The form.</param>
public sealed record ManageSaid(string? Done = null, string Step = "", Problem? Refusal = null, IFormCollection? Form = null)
{
    /// <summary>What was typed into an input of this form; null when it is not the one that was refused.</summary>
    public string? Typed(string step, string name) => string.Equals(step, Step, StringComparison.Ordinal) ? Form?[name].ToString() : null;
}

/// <param name="Turnout">Null before the freeze.</param>
/// <param name="Counted">How many envelopes a tally that goes on has opened.</param>
/// <param name="Start">True for whoever came with the administrator's key or the link that the start prints.</param>
/// <param name="Refused">What this administrator may not do, because another one has to.</param>
public sealed record ManageView(
    BallotTarget Target,
    LiveBallot Ballot,
    BallotView Public,
    TurnoutAnswer? Turnout,
    int Counted,
    ResultView? Result,
    StepRefusals Refused,
    bool Start,
    ManageSaid Said
)
{
    public BallotState State => Ballot.State;

    public StepStands Stands(VoteStep step) => VoteSteps.Of(step, Ballot, Public.Phase);
}

/// <summary>A ballot that a version without guards froze.</summary>
/// <param name="Start">True for whoever may take it over.</param>
public sealed record AdoptView(BallotTarget Target, bool Start, Problem? Refusal);

/// <param name="Phases">Each ballot of the programme with where it stands.</param>
public sealed record BallotsView(IReadOnlyList<(BallotTarget Target, BallotPhase Phase)> Phases);

/// <summary>Runs a vote: where it stands, what comes next and who has to do it, and the forms that do it.</summary>
public sealed class ManagePages(BallotReader ballots, Turnout turnout, TallyProgress progress, SecondPerson second, ManageDeeds deeds)
{
    /// <summary>The ballots of the programme; where there is one, its page.</summary>
    public async Task<IResult> ListAsync(PageVisit visit, HttpContext http, CancellationToken ct)
    {
        var targets = visit.Campaign.Definition.Ballots.Where(b => b.Managed).Select(b => new BallotTarget(visit.Campaign, b)).ToList();
        if (targets is [var only])
            return LocalAddress.SeeOther(http.Response, VoteAddress.Manage(only));

        var phases = new List<(BallotTarget, BallotPhase)>();
        foreach (var target in targets)
            phases.Add((target, ballots.PhaseOf(await ballots.PeekAsync(target, ct))));
        return new Page<BallotsPage, BallotsView>(200, visit.Page, new(phases));
    }

    public Task<IResult> ShowAsync(PageVisit visit, BallotTarget target, string? done, CancellationToken ct) =>
        PageAsync(visit, target, new(done), ct);

    public async Task<IResult> PostAsync(PageVisit visit, BallotTarget target, HttpContext http, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var step = form["step"].ToString();
        return await deeds.RunAsync(target, visit.Caller, step, form, ct) is { } refusal
            ? await PageAsync(visit, target, new(null, step, refusal, form), ct)
            : LocalAddress.Return(http.Response, VoteAddress.Manage(target), step);
    }

    private async Task<IResult> PageAsync(PageVisit visit, BallotTarget target, ManageSaid said, CancellationToken ct)
    {
        var ballot = await ballots.PeekAsync(target, ct);
        var start = Person.Of(visit.Caller) is Person.Installation;
        if (ballot.Older)
            return new Page<AdoptPage, AdoptView>(said.Refusal?.Status ?? 200, visit.Page, new(target, start, said.Refusal));

        var isCounting = ballot.State is { Sealed: not null, Tally: null };
        return new Page<ManagePage, ManageView>(
            said.Refusal?.Status ?? 200,
            visit.Page,
            new(
                target,
                ballot,
                ballots.ViewOf(target, ballot),
                ballot.State.Frozen is null ? null : await turnout.OfAsync(target, ballot, ct),
                isCounting ? (await progress.FindAsync(target, ballot.State.Sealed?.Run, ct)).Place.Counts?.Envelopes ?? 0 : 0,
                ballot.State.Tally is { } tally ? ContestView.Of(ballot, tally) : null,
                await second.OfAsync(target, ballot, visit.Caller, ct),
                start,
                said
            )
        );
    }
}
