namespace CddFunctions.Tests.Infra;

/// <summary>All files of infra-bicep, parsed once.</summary>
internal sealed record Templates(IReadOnlyDictionary<string, BicepFile> Files)
{
    public const string Folder = "infra-bicep/";
    public const string Main = "main.bicep";

    public static readonly IReadOnlyDictionary<string, string> Sources = Repository.Files("infra-bicep")
        .ToDictionary(f => f[Folder.Length..], Repository.Read, StringComparer.Ordinal);

    private static readonly Lazy<Templates> Parsed = new(() =>
        new(BicepFile.ParseAll(Sources.Select(s => (s.Key, s.Value))).ToDictionary(f => f.Path, StringComparer.Ordinal)));

    public static Templates Real => Parsed.Value;

    public IEnumerable<BicepFile> Code => Files.Values.Where(f => f.Path.EndsWith(".bicep", StringComparison.Ordinal));

    public IEnumerable<BicepFile> ParameterFiles => Files.Values.Where(f => f.Path.EndsWith(".bicepparam", StringComparison.Ordinal));

    /// <summary>The file that a path in another file means; null when there is none.</summary>
    public BicepFile? From(BicepFile file, string path) =>
        Files.GetValueOrDefault(Path.Combine(Path.GetDirectoryName(file.Path) ?? "", path).Replace('\\', '/'));

    public Templates With(BicepFile changed) =>
        new(Files.Values.Where(f => !string.Equals(f.Path, changed.Path, StringComparison.Ordinal)).Append(changed).ToDictionary(f => f.Path, StringComparer.Ordinal));
}
