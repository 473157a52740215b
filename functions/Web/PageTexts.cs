using System.Text.Json;
using CddFunctions.Platform;

namespace CddFunctions.Web;

/// <summary>
/// The words of the pages. Each folder with pages keeps its own in <c>texts.th.json</c> and <c>texts.en.json</c>, beside the records
/// whose members are the keys: <c>OverviewTexts</c> is the section <c>overview</c>. A use of a missing word does not compile, and
/// a file that lacks one, or has one or a section too many, does not load.
/// </summary>
public static class PageTexts
{
    private const string Root = "CddFunctions.";
    private const string Ending = "Texts";

    public static T In<T>(bool english)
        where T : class => english ? Section<T>.English : Section<T>.Thai;

    /// <param name="file">All sections of the folder of <typeparamref name="T"/>.</param>
    /// <exception cref="JsonException">The file and its records do not agree.</exception>
    internal static T Read<T>(Stream file)
        where T : class
    {
        var sections = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(file, Json.Options)!;
        if (sections.Keys.FirstOrDefault(s => typeof(T).Assembly.GetType(RecordOf(s, typeof(T).Namespace!)) is null) is { } unknown)
            throw new JsonException($"No record beside {typeof(T)} has the words of {unknown}.");

        var name = JsonNamingPolicy.CamelCase.ConvertName(typeof(T).Name[..^Ending.Length]);
        return sections.TryGetValue(name, out var section)
            ? section.Deserialize<T>(Json.Options)!
            : throw new JsonException($"{typeof(T)} has no section {name}.");
    }

    private static string RecordOf(string section, string space) => $"{space}.{char.ToUpperInvariant(section[0])}{section[1..]}{Ending}";

    private static T Load<T>(string language)
        where T : class
    {
        var name = $"{typeof(T).Namespace![Root.Length..].Replace('.', '/')}/texts.{language}.json";
        using var file = typeof(T).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not there.");
        return Read<T>(file);
    }

    private static class Section<T>
        where T : class
    {
        public static readonly T Thai = Load<T>("th");
        public static readonly T English = Load<T>("en");
    }
}
