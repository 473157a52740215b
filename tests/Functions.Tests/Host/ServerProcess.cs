using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Host;

/// <summary>The built executable as a process of its own: what ./run starts. Shared with benchmarks/.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    /// <summary>Key of the administrator in every process started here.</summary>
    public const string AdminKey = "made-up-administrator-key-of-the-tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ProcessLog _log;

    private ServerProcess(Process process, ProcessLog log, Uri address) => (_process, _log, Address) = (process, log, address);

    /// <summary>As the process printed it.</summary>
    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>What it has printed so far.</summary>
    public string Log => _log.Text;

    /// <summary>The application, which the build puts beside the caller's own assembly.</summary>
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "CddFunctions.dll");

    /// <summary>Starts the application and waits for its address. Port 0 = any free one.</summary>
    public static Task<ServerProcess> StartAsync(string data, int port = 0) =>
        StartAsync(Assembly, data, ["--port", port.ToString(CultureInfo.InvariantCulture), "--data", data]);

    /// <param name="application">An executable, or an assembly for <c>dotnet</c>.</param>
    /// <param name="environment">Settings that the process finds in its environment, also empty ones.</param>
    public static async Task<ServerProcess> StartAsync(
        string application,
        string folder,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var assembly = application.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(assembly ? "dotnet" : application, assembly ? [application, .. arguments] : arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["AdminKey"] = AdminKey;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        try
        {
            var log = new ProcessLog();
            return new(process, log, await AddressAsync(process, log).WaitAsync(Patience));
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>SIGKILL: the process gets no chance to finish anything.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGKILL too.</summary>
    /// <returns>All that it printed.</returns>
    public async Task<string> EndAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        return await _log.WholeAsync();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static async Task<Uri> AddressAsync(Process process, ProcessLog log)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        log.Follow(
            process,
            line =>
            {
                // A refusal to start may name the address of a store.
                if (!line.Contains("cannot start", StringComparison.Ordinal) && Printed().Match(line) is { Success: true } found)
                    address.TrySetResult(new(found.Value));
            }
        );
        var whole = log.WholeAsync();
        if (await Task.WhenAny(address.Task, whole) == whole && !address.Task.IsCompleted)
            throw new InvalidOperationException($"The process ended with {await CodeAsync(process)} and without an address: {await whole}");

        return await address.Task;
    }

    private static async Task<int> CodeAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Printed();
}
