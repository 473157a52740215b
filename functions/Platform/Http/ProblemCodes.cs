using System.Globalization;

namespace CddFunctions.Platform.Http;

/// <summary>
/// Every code of a problem with its status and the feature that gives it, from <c>problems.txt</c>, which a test writes from the sources.
/// </summary>
internal static class ProblemCodes
{
    private const string Common = "Platform";

    private static readonly IReadOnlyList<(string Feature, int Status, string Code)> All = Load();

    /// <param name="owner">Namespace of a handler. Codes that any endpoint can give are always among the result.</param>
    public static IReadOnlyList<string> Of(string owner, int status) =>
        [
            .. All.Where(p => p.Status == status && (p.Feature is Common || owner.Split('.').Contains(p.Feature, StringComparer.Ordinal)))
                .Select(p => p.Code),
        ];

    private static List<(string, int, string)> Load()
    {
        using var stream = typeof(ProblemCodes).Assembly.GetManifestResourceStream("problems.txt")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                .Select(p => (p[0], int.Parse(p[1], CultureInfo.InvariantCulture), p[2])),
        ];
    }
}
