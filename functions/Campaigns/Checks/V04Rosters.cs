namespace CddFunctions.Campaigns.Checks;

/// <summary>V4: units × entries in each = the total that the letters print.</summary>
internal static class V04Rosters
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        from roster in definition.Campaign.Rosters
        let units = roster.Per is null ? Limits.Exactly(1) : definition.UnitSet(roster.Per)?.Count
        where units is not null && !units.Times(roster.Size).Holds(roster.Total)
        select Fault.Error(
            "V4",
            $"rosters/{roster.Id}/total",
            $"{units} หน่วย × {roster.Size} คน ไม่เท่ากับ {roster.Total}",
            $"{units} units × {roster.Size} entries is not {roster.Total}"
        );
}
