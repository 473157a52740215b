using CddFunctions.Tests.Host;

namespace CddFunctions.Tests.Http.Heads;

/// <summary>The executable as a process of its own, as ./run starts it, with its stores in the folder.</summary>
internal sealed class EmbeddedHead : IServerHead
{
    private readonly ServerProcess _process;

    private EmbeddedHead(ServerProcess process) => _process = process;

    public string Address => _process.Address.GetLeftPart(UriPartial.Authority);

    public string Log => _process.Log;

    public static async Task<EmbeddedHead> StartAsync(ServerPlan plan)
    {
        var executable = TestHead.Published is { } folder ? Path.Combine(folder, "CddFunctions.dll") : ServerProcess.Assembly;
        var environment = plan.Environment();
        environment["AdminKey"] = ""; // its own, from the folder
        return new(await ServerProcess.StartAsync(executable, plan.Folder, ["--port", "0"], environment));
    }

    public Task FireAsync(string timer) => throw new NotSupportedException("The embedded head fires its timers itself.");

    public async Task<string> EndAsync()
    {
        using (_process)
            return await _process.EndAsync();
    }
}
