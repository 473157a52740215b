using System.Text.Json;

namespace CddFunctions.Tests.Host;

/// <summary>The server's own time zone decides nothing: a process in New York reads what is written in Bangkok.</summary>
public sealed class TimeZoneTests
{
    [Fact]
    public async Task An_instant_without_an_offset_is_Bangkok_time_wherever_the_server_stands()
    {
        var folder = Directory.CreateTempSubdirectory("cdd-zone-");
        try
        {
            using var server = await ServerProcess.StartAsync(
                ServerProcess.Assembly,
                folder.FullName,
                ["--port", "0", "--data", folder.FullName, "--clock", "2024-05-10T09:00:00"],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["TZ"] = "America/New_York" }
            );
            using var client = new HttpClient { BaseAddress = server.Address };
            client.DefaultRequestHeaders.Add("x-admin-key", ServerProcess.AdminKey);

            var now = await client.GetFromJsonAsync<JsonElement>("/api/health", TestContext.Current.CancellationToken);
            var made = await client.PostAsJsonAsync(
                "/api/campaigns/rayong-2567/links",
                new
                {
                    role = "viewer",
                    subject = "ผู้ดู",
                    expiresAt = "2024-06-30T23:59:59",
                },
                TestContext.Current.CancellationToken
            );
            var link = await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

            Assert.StartsWith("2024-05-10T02:0", now.GetProperty("now").GetString(), StringComparison.Ordinal);
            Assert.Equal("2024-06-30T16:59:59Z", link.GetProperty("expiresAt").GetString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
