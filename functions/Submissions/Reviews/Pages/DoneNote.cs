using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Reviews.Pages;

/// <summary>
/// Pure: a sentence that says what the form just posted has done. The address carries only ids, and unknown ids give no
/// sentence, so a crafted link cannot put words on the page.
/// </summary>
public static class DoneNote
{
    public const string Accepted = "accept";
    public const string Returned = "return";
    public const string Extended = "extend";

    public static string Of(string deed, string task, string unit) => $"{deed}.{task}.{unit}";

    public static string? Words(PageContext page, LaunchedCampaign campaign, Func<string, Unit?> place, string? done)
    {
        if (
            done?.Split('.') is not [var deed, var task, var unit]
            || campaign.FindTask(task) is not { } found
            || place(unit) is not { } known
        )
            return null;

        var words = page.Texts<ReviewTexts>();
        var pattern = deed switch
        {
            Accepted => words.DoneAccept,
            Returned => words.DoneReturn,
            Extended => words.DoneExtend,
            _ => null,
        };
        return pattern is null ? null : page.Fill(pattern, page.In(found.Title), page.In(known.Name));
    }
}
