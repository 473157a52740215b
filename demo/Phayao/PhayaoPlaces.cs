using CddFunctions.Platform.Thai;

namespace CddFunctions.Demo.Phayao;

/// <summary>The ten target tambons of the story (real places, one in each district, two in the first) and their made-up villages.</summary>
internal static class PhayaoPlaces
{
    private const int VillagesEach = 2;

    public static IReadOnlyList<string> Tambons { get; } =
    ["560101", "560102", "560201", "560301", "560401", "560501", "560601", "560701", "560801", "560901"];

    public static IReadOnlyList<string> Villages { get; } =
    [.. Tambons.SelectMany(t => Enumerable.Range(1, VillagesEach).Select(n => $"{t}{n:00}"))];

    public static IReadOnlyList<Fields> ChosenTambons { get; } = [.. Tambons.Select(t => new Fields { ["code"] = t })];

    public static IReadOnlyList<Fields> ChosenVillages { get; } =
    [
        .. Villages.Select(
            (v, i) =>
                new Fields
                {
                    ["code"] = v,
                    ["th"] = $"บ้านตัวอย่าง {ThaiDigits.ToThai(i + 1)}",
                    ["en"] = $"Example village {i + 1}",
                }
        ),
    ];
}
