using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>The units of a set that are known before the campaign runs.</summary>
public static class UnitSetMembers
{
    // Bangkok is a special administrative area, not a จังหวัด: letters to "all provinces" count 76, and the Department
    // has no provincial office there.
    private const string Bangkok = "10";

    /// <returns>Unit codes (numbers 1–18 for inspection regions); null when units are chosen while the campaign runs.</returns>
    public static IReadOnlyList<string>? Of(UnitSet set) =>
        set switch
        {
            { Members: { } members } => members,
            { Within: { } area } => Within(area, set.Level),
            _ => null,
        };

    /// <summary>All units of a level inside an area; of the country, Bangkok and what is in it are left out.</summary>
    public static IReadOnlyList<string> Within(string area, string level)
    {
        var country = string.Equals(area, Areas.Country, StringComparison.Ordinal);
        if (country && string.Equals(level, InspectionRegions.Level, StringComparison.Ordinal))
            return [.. InspectionRegions.All.Select(r => $"{r.Region}")];

        return [.. Areas.Within(area, level).Select(a => a.Code).Where(c => !country || !c.StartsWith(Bangkok, StringComparison.Ordinal))];
    }
}
