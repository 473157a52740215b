using CddFunctions.Tests.Servers;

namespace CddFunctions.Tests.Campaigns;

/// <summary>Runs a script of tests/npm with node, from its first line of input to its end.</summary>
internal static class NodeTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static IReadOnlyList<string> Run(string script, string argument, IEnumerable<string> lines)
    {
        NodePackages.Restore();
        using var process = NodePackages.Start("node", [script, argument]);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var line in lines)
            process.StandardInput.WriteLine(line);
        process.StandardInput.Close();

        if (!process.WaitForExit(Patience))
            process.Kill(entireProcessTree: true);
        Assert.True(process.ExitCode == 0, $"node {script} {argument}: {errors.Result}");
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
