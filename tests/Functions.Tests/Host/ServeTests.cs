using System.Net;

namespace CddFunctions.Tests.Host;

/// <summary>The executable as the custom handler of a Functions host.</summary>
public sealed class ServeTests : IDisposable
{
    private static readonly (string, string)[] SharedStores = [("Storage__Documents", "cosmos"), ("Storage__Files", "blob"), ("TokenSecret", "made-up-token-secret-of-the-tests-0000")];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cdd-handler-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_handler_listens_where_the_host_says_and_nowhere_else()
    {
        using var handler = new HandlerProcess(
            _data.FullName, ("ASPNETCORE_URLS", "http://127.0.0.1:1"), ("DOTNET_URLS", "http://127.0.0.1:2"), ("ASPNETCORE_HTTP_PORTS", "3"), ("Serve__Port", "4"));
        using var client = new HttpClient();
        await handler.ReadyAsync(client);

        Assert.Equal("CddFunctions", await client.GetStringAsync(handler.Address));
        using var health = await client.GetAsync(new Uri(handler.Address, "/api/health"));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.True(health.Headers.CacheControl?.NoStore);
        Assert.Contains("phayao-2564", await client.GetStringAsync(new Uri(handler.Address, "/api/campaigns")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_prints_no_link()
    {
        using var handler = new HandlerProcess(_data.FullName);
        using var client = new HttpClient();
        await handler.ReadyAsync(client);
        await client.GetStringAsync(new Uri(handler.Address, "/api/health"));

        Assert.DoesNotContain("?t=", await handler.KillAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Serve__Clock", "2024-05-10T09:00:00+07:00", "rehearsal")]
    [InlineData("Storage__Documents", "sqlite", "Storage:Documents")]
    [InlineData("Storage__Files", "folder", "Storage:Files")]
    [InlineData("TokenSecret", "", "TokenSecret")]
    public async Task What_only_one_machine_can_have_is_refused_in_Azure(string setting, string value, string named)
    {
        using var handler = new HandlerProcess(_data.FullName, [.. SharedStores, ("WEBSITE_SITE_NAME", "cdd"), (setting, value)]);

        var (code, errors) = await handler.ExitAsync();

        Assert.Equal(1, code);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_start_that_fails_after_the_port_opened_ends_the_process_with_an_error()
    {
        using var handler = new HandlerProcess(_data.FullName, ("Campaigns__Folder", Path.Combine(_data.FullName, "nowhere")));

        var (code, errors) = await handler.ExitAsync();

        Assert.Equal(1, code);
        Assert.Contains("nowhere", errors, StringComparison.Ordinal);
    }
}
