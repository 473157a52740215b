using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Host;

/// <summary>The backup of docs/operations.md, run as it stands there, on another folder.</summary>
[Trait("suite", "http")]
public sealed class BackupTests
{
    private const string Live = "/var/lib/cddfunctions";

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_backup_is_whole_and_nobody_but_its_owner_reads_it()
    {
        var backup = Directory.CreateTempSubdirectory("cdd-backup-").FullName;
        Directory.Delete(backup); // the recipe makes it
        try
        {
            string token;
            await using (var server = await TestServer.StartAsync())
            {
                token = (await server.LinkAsync("officer", "2101")).Say("token");
                (await TestServer.PostAsync(server.With(token), "t-plan", "2101", "k", Plan())).Must(201);
                (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201);
                Directory.CreateDirectory(Path.Combine(server.Folder, "files"));
                Run(Recipe(server.Folder, backup));
                Run(Recipe(server.Folder, backup)); // and once more, over itself
                File.Copy(Path.Combine(server.Folder, "clock"), Path.Combine(backup, "clock"));
            }

            Assert.All(
                Directory
                    .EnumerateFileSystemEntries(backup, "*", SearchOption.AllDirectories)
                    .Append(backup)
                    .Where(p => !p.EndsWith("clock", StringComparison.Ordinal)),
                path => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & Others)
            );
            await using var restored = await TestServer.StartAsync(data: backup);
            (await TestServer.GetAsync(restored.With(token), TestServer.HandIn("t-plan", "2101"))).Must(200);
        }
        finally
        {
            Directory.Delete(backup, recursive: true);
        }
    }

    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private static string Recipe(string live, string backup)
    {
        var section = Repository.Read("docs/operations.md").Split("## Backup")[1].Split("\n## ")[0];
        var lines = section.Split("```sh\n")[1].Split("```")[0];
        return lines.Replace(Live, live, StringComparison.Ordinal).Replace("/backup", backup, StringComparison.Ordinal);
    }

    private static void Run(string script)
    {
        var start = new ProcessStartInfo("sh", ["-e", "-c", $"umask 022\n{script}"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }
}
