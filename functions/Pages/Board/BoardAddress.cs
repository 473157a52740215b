using CddFunctions.Submissions;

namespace CddFunctions.Pages.Board;

/// <summary>Addresses of the board and of the pages behind its cells.</summary>
public static class BoardAddress
{
    public static string Of(string campaign, BoardFilter filter) => $"{Visits.Address(campaign)}/board{filter.Query()}";

    public static string History(string campaign, string task, string unit) => $"{Visits.Address(campaign)}/tasks/{task}/units/{unit}/history";

    public static string History(Target target) => History(target.Campaign.Id, target.Task.Id, target.Unit.Code);

    /// <summary>From the board itself, which has hundreds of them.</summary>
    public static string Near(string task, string unit) => $"tasks/{task}/units/{unit}/history";
}
