using System.Diagnostics;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Host;

/// <summary>A disk of a few megabytes that a test fills. Only root may mount one; elsewhere these tests are skipped.</summary>
[Trait("suite", "http")]
public sealed class FullDiskTests : IDisposable
{
    private readonly string _disk = Directory.CreateTempSubdirectory("cdd-disk-").FullName;

    public FullDiskTests()
    {
        TestHead.NeedsInProcess("fills the disk of the server");
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", _disk), "may not mount a disk to fill");
    }

    public void Dispose()
    {
        Run("umount", "-l", _disk);
        Directory.Delete(_disk, recursive: true);
    }

    [Fact]
    public async Task A_disk_that_fills_up_is_told_by_health_and_takes_writes_again_when_there_is_room()
    {
        new TestClock(Path.Combine(_disk, "clock")).Now = Start;
        await using var server = await TestServer.StartAsync(data: _disk);
        var officer = await server.OfficerAsync("2101");
        Fill();

        var health = (await TestServer.GetAsync(server.Anyone, "/api/health")).Must(503);
        Assert.Equal("unhealthy", health.Say("status"));
        Assert.Contains("takes no writes", health.Say("writes"), StringComparison.Ordinal);
        Assert.Null(health.Json["storage"]!["readOnly"]);

        Empty();
        (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
    }

    [Fact]
    public async Task A_start_on_a_full_disk_reads_and_says_so_and_the_next_one_writes()
    {
        new TestClock(Path.Combine(_disk, "clock")).Now = Start;
        await using (var before = await TestServer.StartAsync(data: _disk))
            (await TestServer.PostAsync(await before.OfficerAsync("2101"), "t-plan", "2101", "k", Plan())).Must(201);
        Fill();

        await using (var full = await TestServer.StartAsync(data: _disk))
        {
            Assert.Equal("submitted", (string)(await full.ObligationAsync("t-plan", "2101"))["state"]!);
            var health = (await TestServer.GetAsync(full.Anyone, "/api/health")).Must(503);
            Assert.Equal(("unhealthy", true), (health.Say("status"), (bool)health.Json["storage"]!["readOnly"]!));
            (await TestServer.PostAsync(full.Admin, "t-plan", "2102", "k", Plan())).Must(503, "storage-unavailable");
        }

        Empty();
        await using var after = await TestServer.StartAsync(data: _disk);
        (await TestServer.PostAsync(after.Admin, "t-plan", "2102", "k", Plan())).Must(201);
        (await TestServer.GetAsync(after.Anyone, "/api/health")).Must(200);
    }

    [Fact]
    public async Task A_start_on_a_read_only_disk_reads_as_well()
    {
        new TestClock(Path.Combine(_disk, "clock")).Now = Start;
        var definitions = Directory.CreateTempSubdirectory("cdd-definitions-").FullName;
        await using (var before = await TestServer.StartAsync(data: _disk))
            (await TestServer.PostAsync(await before.OfficerAsync("2101"), "t-plan", "2101", "k", Plan())).Must(201);
        File.Copy(Path.Combine(_disk, "definitions", "made-up.json"), Path.Combine(definitions, "made-up.json"));
        Assert.True(Run("mount", "-o", "remount,ro", _disk));

        using var server = await ServerProcess.StartAsync(
            ServerProcess.Assembly,
            _disk,
            ["--port", "0", "--data", _disk],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Campaigns__Folder"] = definitions }
        );

        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("x-admin-key", ServerProcess.AdminKey);
        (await TestServer.GetAsync(client, "/api/health")).Must(503);
        Assert.Contains(
            "2101",
            (await TestServer.GetAsync(client, TestServer.Of("obligations?state=submitted"))).Must(200).Text,
            StringComparison.Ordinal
        );
        Directory.Delete(definitions, recursive: true);
    }

    private void Fill()
    {
        using var file = File.Create(Path.Combine(_disk, "fill"));
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // full
        }
    }

    private void Empty() => File.Delete(Path.Combine(_disk, "fill"));

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true }
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
