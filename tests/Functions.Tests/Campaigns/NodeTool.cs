using System.Diagnostics;

namespace CddFunctions.Tests.Campaigns;

/// <summary>Runs a script of tests/npm with node; restores its packages first when they are missing.</summary>
internal static class NodeTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Lock Restoring = new();

    private static string Folder => Path.Combine(Root(), "tests", "npm");

    public static IReadOnlyList<string> Run(string script, string argument, IEnumerable<string> lines)
    {
        lock (Restoring)
        {
            if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ajv")))
                Start("npm", "ci --no-audit --no-fund", []);
        }

        return Start("node", $"{script} \"{argument}\"", lines);
    }

    private static string[] Start(string program, string arguments, IEnumerable<string> lines)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var line in lines)
            process.StandardInput.WriteLine(line);
        process.StandardInput.Close();

        if (!process.WaitForExit(Patience))
            process.Kill(entireProcessTree: true);
        Assert.True(process.ExitCode == 0, $"{program} {arguments}: {errors.Result}");
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CddFunctions.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
