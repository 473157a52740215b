using System.Diagnostics;
using System.Reflection;

namespace CddFunctions.Tests.Infra;

/// <summary>The real compiler, which NuGet brings. It writes beside what it reads, so it is given copies.</summary>
internal static class BicepCompiler
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Executable = typeof(BicepCompiler)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => string.Equals(a.Key, nameof(BicepCompiler), StringComparison.Ordinal))
        .Value!;

    /// <returns>Everything it said, line by line: nothing when all is well.</returns>
    public static IReadOnlyList<string> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
            process.Kill(entireProcessTree: true);
        return (output.Result + errors.Result).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
