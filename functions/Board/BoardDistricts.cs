using CddFunctions.Campaigns;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Board;

/// <summary>Pure: the districts that a board can be cut down to, by their codes.</summary>
public static class BoardDistricts
{
    private const int CodeLength = 4;

    public static IReadOnlyList<string> Of(IEnumerable<Obligation> rows) =>
        [
            .. rows.Where(r => r.Unit.Length >= CodeLength && Areas.LevelOf(r.Unit) is not null)
                .Select(r => Of(r.Unit))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The district of a unit, or the unit itself where it is none's, as the province.</summary>
    public static string Of(string unit) => unit.Length > CodeLength ? unit[..CodeLength] : unit;
}
