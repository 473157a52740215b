using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Pages;

/// <summary>The places of one unit of the set above.</summary>
/// <param name="Places">Places of the register to tick; empty where the register lists none (villages).</param>
/// <param name="Typed">Lines of the places to type, where none are listed.</param>
/// <param name="Chosen">How many are chosen in it.</param>
public sealed record ChooseGroup(Unit Parent, IReadOnlyList<Area> Places, string Typed, int Chosen);

/// <param name="Progress">Of what the reader names: the whole set, or an office's own part.</param>
/// <param name="Groups">The units of the set above that the reader names places in.</param>
/// <param name="Ticked">Codes of the places that the form shows as chosen.</param>
/// <param name="Unlisted">Lines of what is chosen and is in no group.</param>
/// <param name="Was">Codes that were chosen when the form was made.</param>
/// <param name="Office">The reader is an office that names its own places.</param>
public sealed record ChooseView(
    LaunchedCampaign Campaign,
    UnitSet Set,
    ChosenUnits Rule,
    ChoiceProgress Progress,
    IReadOnlyList<ChooseGroup> Groups,
    IReadOnlySet<string> Ticked,
    string Unlisted,
    IReadOnlyList<string> Was,
    bool Office
)
{
    public CampaignNames Names => new(Campaign.Definition);

    public Problem? Refused { get; init; }

    public bool Saved { get; init; }

    /// <summary>Name of the input for the lines of a group.</summary>
    public static string Input(Unit parent) => $"in-{parent.Code}";
}
