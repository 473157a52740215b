using System.Diagnostics;

namespace CddFunctions.Tests.Servers;

/// <summary>tests/npm with its packages, which are restored once when they are missing.</summary>
internal static class NodePackages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Lock Restoring = new();

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "npm");

    public static void Restore()
    {
        lock (Restoring)
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "exceljs")))
                return;

            using var npm = Start("npm", ["ci", "--no-audit", "--no-fund"]);
            var errors = npm.StandardError.ReadToEndAsync();
            _ = npm.StandardOutput.ReadToEndAsync();
            if (!npm.WaitForExit(Patience))
                npm.Kill(entireProcessTree: true);
            if (npm.ExitCode != 0)
                throw new InvalidOperationException($"npm ci: {errors.Result}");
        }
    }

    public static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
