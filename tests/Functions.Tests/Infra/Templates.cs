namespace CddFunctions.Tests.Infra;

/// <summary>The files of infra-bicep, and what the compiler makes of them, once for all tests.</summary>
internal static class Templates
{
    public const string Folder = "infra-bicep/";
    public const string Main = "main.bicep";

    public static readonly IReadOnlyDictionary<string, string> Sources = Repository
        .Files("infra-bicep")
        .ToDictionary(f => f[Folder.Length..], Repository.Read, StringComparer.Ordinal);

    private static readonly Lazy<(IReadOnlyList<string> Said, ArmTemplate Template)> Built = new(Build);

    /// <summary>Errors and warnings of compiler and linter.</summary>
    public static IReadOnlyList<string> Diagnostics => Built.Value.Said;

    public static ArmTemplate Real => Built.Value.Template;

    /// <param name="folder">Is made if it is missing.</param>
    /// <param name="change">Path and text of a file to the text that is written instead.</param>
    public static void CopyTo(string folder, Func<string, string, string>? change = null)
    {
        foreach (var (path, text) in Sources)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, change?.Invoke(path, text) ?? text);
        }
    }

    /// <summary>Work in a folder that holds a copy and goes away.</summary>
    public static T InCopy<T>(Func<string, T> work)
    {
        var folder = Directory.CreateTempSubdirectory("cdd-bicep-");
        try
        {
            CopyTo(folder.FullName);
            return work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (IReadOnlyList<string> Said, ArmTemplate Template) Build() =>
        InCopy(folder =>
        {
            var said = BicepCompiler.Run(folder, "build", Main);
            return (said, ArmTemplate.Read(Path.Combine(folder, "main.json")));
        });
}
