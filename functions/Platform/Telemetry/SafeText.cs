using System.Globalization;
using System.Text.RegularExpressions;

namespace CddFunctions.Platform.Telemetry;

/// <summary>A log line from its template: allowed values are put in, the others stay as their name in braces.</summary>
public static partial class SafeText
{
    private const string Template = "{OriginalFormat}";
    private const int Longest = 500;

    /// <returns>Null when the line has no template; its text could then be anything.</returns>
    public static string? TemplateOf(IEnumerable<KeyValuePair<string, object?>>? values) =>
        values?.FirstOrDefault(v => string.Equals(v.Key, Template, StringComparison.Ordinal)).Value as string;

    public static IList<KeyValuePair<string, object?>> Keep(string category, IEnumerable<KeyValuePair<string, object?>>? values) =>
        (values ?? []).Where(v => Allowed.LogValue(category, v.Key)).Select(v => KeyValuePair.Create(v.Key, Short(v.Value))).ToList();

    public static string Render(string? template, IEnumerable<KeyValuePair<string, object?>> kept) =>
        template is null
            ? "(no template)"
            : Hole()
                .Replace(
                    template,
                    hole =>
                        kept.FirstOrDefault(v => string.Equals(v.Key, hole.Groups["name"].Value, StringComparison.Ordinal))
                            is { Key: not null } found
                            ? Convert.ToString(found.Value, CultureInfo.InvariantCulture) ?? ""
                            : hole.Value
                );

    private static object? Short(object? value) => value is string { Length: > Longest } text ? text[..Longest] : value;

    [GeneratedRegex(@"\{(?<name>[A-Za-z0-9_]+)[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
