using System.Text.Json;

namespace CddFunctions.Reporting.Datasets;

/// <summary>The API's word for an enum value: kebab-case, as in its JSON.</summary>
internal static class EnumWords<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Words = Enum.GetValues<TEnum>()
        .ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    public static string? Of(TEnum? value) => value is { } v ? Words[v] : null;
}
