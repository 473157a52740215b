using System.Collections.Frozen;

namespace CddFunctions.Campaigns;

/// <summary>A province, district or tambon as the administrative register has it, with its Thai name.</summary>
public sealed record Area(string Code, string Th)
{
    public string Level => Areas.LevelOf(Code) ?? throw new InvalidOperationException($"{Code} is no area code");
}

/// <summary>
/// Thailand's administrative codes: 2 digits province, 4 district, 6 tambon, 8 village (villages are not listed). Read
/// once, on first use, from the embedded <c>areas.tsv</c>, whose head says what is known to be wrong with it.
/// </summary>
public static class Areas
{
    public const string Country = "th";

    public const string Province = "province";
    public const string District = "district";
    public const string Tambon = "tambon";
    public const string Village = "village";

    private static readonly Lazy<FrozenDictionary<string, Area>> All = new(Read);

    public static Area? Find(string code) => All.Value.GetValueOrDefault(code);

    /// <summary>The areas of a level inside an area (itself included), in code order; empty where the register lists none.</summary>
    /// <param name="code">An area code, or <c>th</c> for the country.</param>
    public static IReadOnlyList<Area> Within(string code, string level)
    {
        var prefix = string.Equals(code, Country, StringComparison.Ordinal) ? "" : code;
        return
        [
            .. All
                .Value.Values.Where(a =>
                    a.Code.StartsWith(prefix, StringComparison.Ordinal) && string.Equals(a.Level, level, StringComparison.Ordinal)
                )
                .OrderBy(a => a.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The level that a code belongs to by its length; null when it is no area code.</summary>
    public static string? LevelOf(string code) =>
        code.All(char.IsAsciiDigit)
            ? code.Length switch
            {
                2 => Province,
                4 => District,
                6 => Tambon,
                8 => Village,
                _ => null,
            }
            : null;

    private static FrozenDictionary<string, Area> Read()
    {
        using var stream = typeof(Areas).Assembly.GetManifestResourceStream("areas.tsv")!;
        using var reader = new StreamReader(stream);
        var areas = new List<Area>(9000);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var code, var th])
                areas.Add(new(code, th));
        }

        return areas.ToFrozenDictionary(a => a.Code, StringComparer.Ordinal);
    }
}
