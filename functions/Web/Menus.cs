using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Web;

/// <summary>One entry of the navigation.</summary>
public sealed record MenuItem(string Address, string Words);

/// <summary>The pages that a visitor may go to.</summary>
public static class Menus
{
    public static IReadOnlyList<MenuItem> Of(string campaign, Caller caller, MenuTexts words)
    {
        var start = Visits.Address(campaign);
        return caller.Role switch
        {
            CallerRole.Officer => [new(start, words.Own)],
            CallerRole.Viewer => [new(start, words.Overview), new(start + "/board", words.Board), new(start + "/programme", words.Programme)],
            CallerRole.Admin =>
            [
                new(start, words.Overview), new(start + "/board", words.Board), new(start + "/links", words.Links),
                new(start + "/programme", words.Programme), new(start + "/audit", words.Audit),
            ],
            _ => [],
        };
    }
}
