using System.Globalization;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions;

/// <summary>Finds units by code for one campaign: its own, those chosen at run time, else the national list.</summary>
public sealed class Places(UnitDirectory directory)
{
    public async Task<Func<string, Unit?>> OfAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var chosen = await ChosenAsync(campaign, ct);
        return code =>
            campaign.Definition.Units.FirstOrDefault(u => string.Equals(u.Code, code, StringComparison.Ordinal))
            ?? chosen.GetValueOrDefault(code)
            ?? (Areas.Find(code) is { } area ? Of(area) : Village(code));
    }

    /// <summary>The places that a hand-in of this unit can name: itself, what is inside it, and what it is inside of.</summary>
    public async Task<IReadOnlyList<Unit>> AroundAsync(LaunchedCampaign campaign, Unit unit, CancellationToken ct)
    {
        string[] levels = [Areas.Province, Areas.District, Areas.Tambon];
        return
        [
            .. campaign
                .Definition.Units.Concat((await ChosenAsync(campaign, ct)).Values)
                .Where(u => unit.Covers(u.Code) || u.Covers(unit.Code))
                .Concat(levels.SelectMany(level => Areas.Within(unit.Code, level)).Select(Of))
                .DistinctBy(u => u.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The register lists no villages: one is known by its number in a tambon that is listed.</summary>
    private static Unit? Village(string code) =>
        Areas.LevelOf(code) is Areas.Village
        && Areas.Find(code[..6]) is not null
        && int.Parse(code[6..], CultureInfo.InvariantCulture) is > 0 and var number
            ? new(code, Areas.Village, $"หมู่ที่ {ThaiDigits.ToThai(number)}", $"Village no. {number}")
            : null;

    private static Unit Of(Area area) => new(area.Code, area.Level, area.Th, area.Th);

    private async Task<Dictionary<string, Unit>> ChosenAsync(LaunchedCampaign campaign, CancellationToken ct)
    {
        var chosen = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var set in campaign.Definition.UnitSets.Where(s => s.Chosen is not null && s.Managed))
        {
            foreach (var unit in await directory.InAsync(campaign, set.Id, ct))
                chosen[unit.Code] = unit;
        }

        return chosen;
    }
}
