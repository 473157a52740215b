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

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>As the process printed it.</summary>
    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>The application, which the build puts beside the caller's own assembly.</summary>
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "CddFunctions.dll");

    /// <summary>Starts the application and waits for its address. Port 0 = any free one.</summary>
    public static Task<ServerProcess> StartAsync(string data, int port = 0) =>
        StartAsync(Assembly, data, ["--port", port.ToString(CultureInfo.InvariantCulture), "--data", data]);

    /// <param name="environment">Settings that the process finds in its environment, also empty ones.</param>
    public static async Task<ServerProcess> StartAsync(
        string assembly, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
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
            return new(process, await AddressAsync(process).WaitAsync(Patience));
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

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Printed().Match(line) is { Success: true } address)
            {
                // Read on, or the process would wait for room in the pipe.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new(address.Value);
            }
        }

        throw new InvalidOperationException($"The process ended without an address: {await errors}");
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Printed();
}
