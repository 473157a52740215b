using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Proposals;
using CddFunctions.Links;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Board;

/// <summary>
/// What an administrator does to start a programme, and how far each step has come. All of it is read from what is stored for other
/// reasons: no step is ticked off by hand.
/// </summary>
/// <param name="Choices">Sets of places that the letter leaves open.</param>
/// <param name="People">People among the administrators who have a link of their own: two are needed for what takes two.</param>
/// <param name="Offices">Offices that owe something; <paramref name="Linked"/> of them have a link that opens, and
/// <paramref name="Started"/> have handed something in, so that their slip has reached them.</param>
/// <param name="Levels">Levels of these offices, for their slips.</param>
/// <param name="Waiting">Questions without an answer, of <paramref name="Questions"/>.</param>
/// <param name="HasProposal">A new file waits for its second administrator.</param>
public sealed record FirstStepsView(
    LaunchedCampaign Campaign,
    IReadOnlyList<ChoiceProgress> Choices,
    int People,
    int Offices,
    int Linked,
    int Started,
    IReadOnlyList<string> Levels,
    IReadOnlyList<OpenQuestion> Waiting,
    int Questions,
    bool HasProposal
)
{
    /// <summary>An amended file and the result of a vote take two administrators.</summary>
    public const int PeopleNeeded = 2;

    /// <summary>Whether each step is done, in order: one for each set, administrators, links, slips, questions.</summary>
    public IReadOnlyList<bool> Done { get; } =
    [
        .. Choices.Select(c => c.IsDone),
        People >= PeopleNeeded,
        Offices > 0 && Linked == Offices,
        Offices > 0 && Started == Offices,
        Waiting.Count == 0,
    ];

    public int Finished => Done.Count(d => d);

    /// <summary>Nobody can work before places and links are there: until then the list is open.</summary>
    public bool IsOpen => Done.Take(Choices.Count + 2).Contains(false);
}

/// <inheritdoc cref="FirstStepsView"/>
public sealed class FirstSteps(UnitSets sets, LinkBook book, ReadProposal proposals, TimeProvider clock)
{
    public async Task<FirstStepsView> OfAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var shelf = await book.ReadAsync(campaign, ct);
        var offices = shelf.Offices;
        var questions = campaign.Definition.OpenQuestions;
        var now = clock.GetUtcNow();
        return new(
            campaign,
            await sets.ProgressAsync(campaign, ct),
            shelf
                .Others.Where(l => l.Link.Role is CallerRole.Admin && l.IsLive(now))
                .Select(Person.Of)
                .Where(p => p is not Person.Installation)
                .Distinct(StringComparer.Ordinal)
                .Count(),
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
