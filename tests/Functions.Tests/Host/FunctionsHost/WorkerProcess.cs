using System.Diagnostics;
using System.Globalization;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>
/// The published worker, started as the host starts it: from its folder, with the address of the host on its command line.
/// </summary>
internal sealed class WorkerProcess : IWorker
{
    private const int MostMessageBytes = int.MaxValue;

    private readonly Process _process;

    private WorkerProcess(Process process, ProcessLog log)
    {
        _process = process;
        log.Follow(process);
        Ended = EndAsync(log);
    }

    public Task<string> Ended { get; }

    public static WorkerProcess Start(WorkerStart start, IReadOnlyDictionary<string, string> environment)
    {
        var info = new ProcessStartInfo(start.App.Command[0], [.. start.App.Command.Skip(1), .. Arguments(start)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = start.App.Root,
        };
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.App.Root;
        info.Environment["FUNCTIONS_WORKER_DIRECTORY"] = start.App.Root;
        info.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        // The host's own, which its worker inherits and must not listen on; nobody may take this port.
        info.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:1";
        return new(Process.Start(info)!, start.Log);
    }

    public void Kill() => _process.Kill();

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static IEnumerable<string> Arguments(WorkerStart start)
    {
        var request = Guid.NewGuid().ToString();
        var most = MostMessageBytes.ToString(CultureInfo.InvariantCulture);
        return
        [
            "--host",
            start.Host.Host,
            "--port",
            start.Host.Port.ToString(CultureInfo.InvariantCulture),
            "--workerId",
            start.WorkerId,
            "--requestId",
            request,
            "--grpcMaxMessageLength",
            most,
            "--functions-uri",
            start.Host.ToString(),
            "--functions-worker-id",
            start.WorkerId,
            "--functions-request-id",
            request,
            "--functions-grpc-max-message-length",
            most,
        ];
    }

    private async Task<string> EndAsync(ProcessLog log)
    {
        await _process.WaitForExitAsync();
        await log.WholeAsync();
        return $"The worker exited with {_process.ExitCode}.";
    }
}
