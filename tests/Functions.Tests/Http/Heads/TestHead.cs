namespace CddFunctions.Tests.Http.Heads;

/// <summary>Which head the HTTP suite runs on: one for the whole test process, named by a variable that ./test sets.</summary>
internal static class TestHead
{
    /// <summary>Published folder of the application; without it the embedded head is what the build made.</summary>
    public static readonly string? Published = Variable("CDD_TEST_PUBLISHED");

    /// <summary>For tests of the published folder itself.</summary>
    public static string PublishedFolder =>
        Published ?? throw new InvalidOperationException("CDD_TEST_PUBLISHED names no folder; ./publish makes one.");

    private const string InProcess = "in-process";

    private static readonly string Name = Variable("CDD_TEST_HEAD") ?? InProcess;

    /// <summary>Then the stores are those of Azure.</summary>
    public static bool BehindHost => Name is "functions";

    public static async Task<IServerHead> StartAsync(ServerPlan plan, CancellationToken ct) =>
        Name switch
        {
            InProcess => await InProcessHead.StartAsync(plan, ct),
            "embedded" => await EmbeddedHead.StartAsync(plan),
            "functions" => await FunctionsHead.StartAsync(plan, ct),
            _ => throw new InvalidOperationException($"CDD_TEST_HEAD names no head: {Name}"),
        };

    /// <summary>For the few tests that reach around HTTP. Elsewhere they count as skipped, with their reason.</summary>
    public static void NeedsInProcess(string reason) => Assert.SkipUnless(Name is InProcess, $"only in-process: {reason}");

    /// <summary>The embedded head has no way in for timers: its own scheduler fires them, and no path leads to them.</summary>
    public static void NeedsTimers() => Assert.SkipWhen(Name is "embedded", "the embedded head fires its timers itself");

    /// <summary>Only the embedded head fires timers by its own clock.</summary>
    public static void NeedsOwnTimers() => Assert.SkipUnless(Name is "embedded", "only the embedded head fires its timers itself");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
