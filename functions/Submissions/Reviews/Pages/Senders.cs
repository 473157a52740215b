using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Identity;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>Who did something, in words: the office or role behind a link, never the link itself.</summary>
public sealed class Senders(LinkStore links)
{
    /// <returns>A function from the id of a link to words. For null, which a form without names stores, it says that.</returns>
    public async Task<Func<string?, string>> OfAsync(
        PageContext page,
        Target target,
        SubmissionHistory history,
        Func<string, Unit?> place,
        CancellationToken ct
    )
    {
        var words = page.Texts<HistoryTexts>();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var revisions = history.HandIns.SelectMany(h => h.Revisions).ToList();
        foreach (
            var by in revisions
                .Select(r => r.By)
                .Concat(revisions.Select(r => r.Decision?.By))
                .Concat(revisions.SelectMany(r => r.TakenBack ?? []).SelectMany(t => new[] { t.By, t.Decision.By }))
                .Append(history.Extension?.By)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
        )
            known[by] = Words(page, await links.FindAsync(target.Campaign.Id, by, ct), place);

        return by => by is null ? words.Nobody : known.GetValueOrDefault(by, words.Administrator);
    }

    private static string Words(PageContext page, StoredLink? stored, Func<string, Unit?> place) =>
        stored?.Link switch
        {
            { Role: CallerRole.Officer } link => place(link.Subject) is { } unit ? page.In(unit.Name) : link.Subject,
            { Role: CallerRole.Intake } => page.Texts<HistoryTexts>().OtherForm,
            _ => page.Texts<HistoryTexts>().Administrator,
        };
}
