using System.Text.Json;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns;

/// <summary>One of the 18 inspection regions (เขตตรวจราชการ) with the codes of its provinces.</summary>
public sealed record InspectionRegion(int Region, string Cluster, IReadOnlyList<string> Provinces);

/// <summary>
/// The grouping announced in the Royal Gazette of 17 November 2017: 18 regions, 76 provinces; Bangkok is in none.
/// Earlier groupings differ for 43 provinces, so nothing before <see cref="From"/> may be read with it.
/// </summary>
public static class InspectionRegions
{
    public const string Level = "inspection-region";

    private static readonly Lazy<Table> Read = new(() =>
    {
        using var stream = typeof(InspectionRegions).Assembly.GetManifestResourceStream("inspection-regions.json")!;
        return JsonSerializer.Deserialize<Table>(stream, Json.Options)!;
    });

    /// <summary>First day on which the grouping holds.</summary>
    public static DateOnly From => Read.Value.From;

    public static IReadOnlyList<InspectionRegion> All => Read.Value.Regions;

    /// <returns>Null for Bangkok, for unknown codes and for days before the grouping held.</returns>
    /// <param name="code">A province, or a unit inside one.</param>
    public static InspectionRegion? Of(string code, DateOnly on) =>
        on < From ? null : All.FirstOrDefault(r => r.Provinces.Any(p => code.StartsWith(p, StringComparison.Ordinal)));

    private sealed record Table(DateOnly From, IReadOnlyList<InspectionRegion> Regions);
}
