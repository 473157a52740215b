using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Proposals;
using CddFunctions.Links;

namespace CddFunctions.Board;

/// <summary>
/// What an administrator does to start a programme, and how far each step has come. All of it is read from what is stored for other
/// reasons: no step is ticked off by hand.
/// </summary>
/// <param name="Choices">Sets of places that the letter leaves open.</param>
/// <param name="Offices">Offices that owe something; <paramref name="Linked"/> of them have a link that opens, and
/// <paramref name="Started"/> have handed something in, so that their slip has reached them.</param>
/// <param name="Levels">Levels of these offices, for their slips.</param>
/// <param name="Waiting">Questions without an answer, of <paramref name="Questions"/>.</param>
/// <param name="HasProposal">A new file waits for its second administrator.</param>
public sealed record FirstStepsView(
    LaunchedCampaign Campaign,
    IReadOnlyList<ChoiceProgress> Choices,
    int Offices,
    int Linked,
    int Started,
    IReadOnlyList<string> Levels,
    IReadOnlyList<OpenQuestion> Waiting,
    int Questions,
    bool HasProposal
)
{
    /// <summary>Whether each step is done, in order: one for each set, links, slips, questions.</summary>
    public IReadOnlyList<bool> Done { get; } =
        [.. Choices.Select(c => c.IsDone), Offices > 0 && Linked == Offices, Offices > 0 && Started == Offices, Waiting.Count == 0];

    public int Finished => Done.Count(d => d);

    /// <summary>Nobody can work before places and links are there: until then the list is open.</summary>
    public bool IsOpen => Done.Take(Choices.Count + 1).Contains(false);
}

/// <inheritdoc cref="FirstStepsView"/>
public sealed class FirstSteps(UnitSets sets, LinkBook book, ReadProposal proposals, TimeProvider clock)
{
    public async Task<FirstStepsView> OfAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var offices = (await book.ReadAsync(campaign, ct)).Offices;
        var questions = campaign.Definition.OpenQuestions;
        var now = clock.GetUtcNow();
        return new(
            campaign,
            await sets.ProgressAsync(campaign, ct),
            offices.Count,
            offices.Count(o => o.Links.Any(l => l.IsLive(now))),
            offices.Count(o => o.Office.HandedIn > 0),
            [.. offices.OrderBy(o => o.Office.Code.Length).Select(o => o.Office.Level).Distinct(StringComparer.Ordinal)],
            [.. questions.Where(q => q.Status is DecisionStatus.Open or DecisionStatus.Defaulted)],
            questions.Count,
            await proposals.IsWaitingAsync(campaign, ct)
        );
    }
}
