using CddFunctions.Campaigns.Pages;

namespace CddFunctions.Board;

/// <summary>Addresses of the board and of the pages behind its cells.</summary>
public static class BoardAddress
{
    public static string Of(string campaign, BoardFilter filter) => $"{Visits.Address(campaign)}/board{filter.Query()}";

    /// <summary>From the board itself, which has hundreds of them.</summary>
    public static string Near(string task, string unit) => $"tasks/{task}/units/{unit}/history";
}
