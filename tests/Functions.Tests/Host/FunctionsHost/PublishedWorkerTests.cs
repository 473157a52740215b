using System.Diagnostics;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>The folder that ./publish makes, as the host starts it.</summary>
[Trait("needs", "published")]
public sealed class PublishedWorkerTests : IDisposable
{
    private static readonly string[] SharedStores =
    [
        "Storage__Documents=cosmos",
        "Storage__Files=blob",
        "TokenSecret=made-up-token-secret-of-the-tests-0000",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cdd-published-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_starts_answers_logs_through_the_host_and_prints_nothing()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient();

        Assert.Contains("\"ok\"", await client.GetStringAsync(new Uri(host.Address + "/api/health"), Ct), StringComparison.Ordinal);
        await host.FireAsync("Housekeeping");
        await host.KillAsync();

        Assert.Contains("Information CddFunctions.Host.HostedApplication: Housekeeping: nothing to do", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("?t=", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("info: ", host.Log, StringComparison.Ordinal);
        Assert.Equal(["Health", "Housekeeping"], host.Covered.Order(StringComparer.Ordinal));
    }

    /// <summary>The host would make an empty 500 of an answer that comes before the whole body.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(60)]
    public async Task A_body_over_the_limit_is_refused_in_our_own_words(int megabytes)
    {
        await using var host = await StartAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-admin-key", ServerProcess.AdminKey);

        var body = new StringContent($"\"{new string('1', megabytes * 1_048_576)}\"", null, "application/json");
        using var answer = await client.PostAsync(new Uri(host.Address + "/api/campaigns/rayong-2567/links"), body, Ct);

        Assert.Equal((413, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("host.json")]
    [InlineData("worker.config.json")]
    [InlineData("functions.metadata")]
    [InlineData("extensions.json")]
    [InlineData(".azurefunctions/Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.dll")]
    [InlineData("CddFunctions.dll")]
    public async Task Without_one_of_its_files_it_does_not_start(string file)
    {
        var copy = Path.Combine(_folder.FullName, "copy");
        using (var copying = Process.Start("cp", ["-al", TestHead.PublishedFolder, copy]))
            await copying.WaitForExitAsync(Ct);
        File.Delete(Path.Combine(copy, file));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAndEndAsync(copy));

        Assert.Contains(Path.GetFileNameWithoutExtension(file), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_operator_can_mend_is_one_sentence()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAndEndAsync(settings: $"Campaigns__Folder={_folder.FullName}/nowhere")
        );

        Assert.StartsWith("The worker exited with 1. เริ่มไม่ได้ / cannot start: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
        Assert.Single(fault.Message.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("Serve__Clock=2024-05-10T09:00:00+07:00", "rehearsal")]
    [InlineData("Storage__Documents=sqlite", "Storage:Documents")]
    [InlineData("Storage__Files=folder", "Storage:Files")]
    [InlineData("TokenSecret=", "TokenSecret")]
    public async Task What_only_one_machine_can_have_is_refused_in_Azure(string setting, string named)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAndEndAsync(settings: [.. SharedStores, "WEBSITE_SITE_NAME=cdd", setting])
        );

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>For starts that must fail: one that does not leaves no process behind.</summary>
    private async Task StartAndEndAsync(string? published = null, params string[] settings)
    {
        await using var host = await StartAsync(published, settings);
    }

    private Task<StandIn> StartAsync(string? published = null, params string[] settings)
    {
        string[] all = [$"AdminKey={ServerProcess.AdminKey}", $"Data__Folder={_folder.FullName}", .. settings];
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in all)
            environment[pair.Split('=', 2)[0]] = pair.Split('=', 2)[1];
        return StandIn.StartAsync(published ?? TestHead.PublishedFolder, environment, Ct);
    }
}
