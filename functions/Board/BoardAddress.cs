using CddFunctions.Campaigns.Pages;

namespace CddFunctions.Board;

/// <summary>Addresses of the board and of the pages behind its cells.</summary>
public static class BoardAddress
{
    public static string Of(string campaign, BoardFilter filter) => $"{Visits.Address(campaign)}/board{filter.Query()}";

    /// <summary>The list of what is late, to copy.</summary>
    public static string Late(string campaign, BoardFilter filter) => $"{Visits.Address(campaign)}/board/late{filter.Query()}";

    /// <summary>Address of a cell's page relative to the board. The board has hundreds of them, so they are short.</summary>
    public static string Near(string task, string unit) => $"tasks/{task}/units/{unit}/history";
}
