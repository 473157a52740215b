namespace CddFunctions.Tests;

/// <summary>The files of the repository, for tests about them. Without git: a copy of the sources has none.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs =
    [
        "bin",
        "obj",
        "data",
        "node_modules",
        "artifacts",
        "TestResults",
        "local.settings.json",
        ".git",
        ".vs",
        ".vscode",
    ];

    public static readonly string Root = Find();

    /// <summary>Files under a folder (empty = everything) as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string folder = "", string pattern = "*") =>
        [
            .. Walk(Path.Combine(Root, folder), pattern)
                .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder, string pattern) =>
        Directory
            .EnumerateFiles(folder, pattern)
            .Where(f => !NotOurs.Contains(Path.GetFileName(f), StringComparer.Ordinal))
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(d => !NotOurs.Contains(Path.GetFileName(d), StringComparer.Ordinal))
                    .SelectMany(d => Walk(d, pattern))
            );

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CddFunctions.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
