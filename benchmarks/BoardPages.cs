using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using CddFunctions.Campaigns;
using CddFunctions.Host;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Host;

namespace CddFunctions.Benchmarks;

/// <summary>The board of 1,000 tambons with 17 tasks, over HTTP: bytes of a page and the time until it has come.</summary>
internal static class BoardPages
{
    private const int Tries = 21;
    private const int MostBytes = 150_000;
    private const int MostMilliseconds = 300;

    private static readonly string[] Pages = ["", "?page=2", "?page=40", "?task=t-many-1", "?state=waiting", "?district=1001", "?lang=en"];

    public static async Task RunAsync()
    {
        using var data = new TemporaryData();
        Environment.SetEnvironmentVariable("Campaigns__Folder", ManyTambons.WriteDefinitions(Path.Combine(data.Path, "definitions")));
        await SeedAsync(data.Path);
        using var server = await ServerProcess.StartAsync(data.Path);
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("x-admin-key", ServerProcess.AdminKey);

        Console.WriteLine(
            $"{"page", -18} {"bytes", 9} {"gzip", 8} {"cold ms", 9} {"warm ms", 9}   limits {MostBytes:N0} bytes, {MostMilliseconds} ms warm"
        );
        foreach (var page in Pages)
            await MeasureAsync(http, page);
    }

    private static async Task SeedAsync(string data)
    {
        await using var app = Application.Build(new(Data: data), TimeProvider.System, head: Head.Bare);
        var catalog = app.Services.GetRequiredService<CampaignCatalog>();
        await catalog.LoadAsync(default);
        await Ledger.SeedAsync(app.Services, (await catalog.FindAsync(ManyTambons.Id, default))!);
    }

    private static async Task MeasureAsync(HttpClient http, string page)
    {
        var times = new List<double>();
        var html = Array.Empty<byte>();
        for (var i = 0; i <= Tries; i++)
        {
            var from = Stopwatch.GetTimestamp();
            html = await http.GetByteArrayAsync($"/api/ui/{ManyTambons.Id}/board{page}");
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        var warm = times[1..].Order().ElementAt(Tries / 2);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{page, -18} {html.Length, 9:N0} {Compressed(html), 8:N0} {times[0], 9:N1} {warm, 9:N1}"
            )
        );
    }

    private static long Compressed(byte[] html)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(html);
        return into.Length;
    }
}
