using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Reviews.Pages;

/// <param name="History">Where it can be looked at and taken back.</param>
public sealed record Done(string Words, string History);

/// <summary>
/// Pure: a sentence that says what the form just posted has done. The address carries only ids, and unknown ids give no
/// sentence, so a crafted link cannot put words on the page.
/// </summary>
public static class DoneNote
{
    public const string Accepted = "accept";
    public const string Returned = "return";
    public const string Reopened = "reopen";
    public const string ReturnTakenBack = "take-back-return";
    public const string ExtensionTakenBack = "take-back-extension";
    public const string Extended = "extend";

    public static string Of(string deed, string task, string unit) => $"{deed}.{task}.{unit}";

    public static Done? Read(PageContext page, LaunchedCampaign campaign, Func<string, Unit?> place, string? done)
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
            Reopened => words.DoneReopen,
            ReturnTakenBack => words.DoneTakeBackReturn,
            ExtensionTakenBack => words.DoneTakeBackExtension,
            Extended => words.DoneExtend,
            _ => null,
        };
        return pattern is null
            ? null
            : new(page.Fill(pattern, page.In(found.Title), page.In(known.Name)), HandInAddress.Of(campaign, task, unit) + "/history");
    }
}
