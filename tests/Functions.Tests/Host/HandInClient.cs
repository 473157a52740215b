using System.Text.Json;

namespace CddFunctions.Tests.Host;

/// <summary>Hands in activity reports (a repeatable form) for the districts of Rayong. Shared with benchmarks/.</summary>
internal sealed class HandInClient : IDisposable
{
    private const string Campaign = "/api/campaigns/rayong-2567";

    private static readonly string[] Units = ["2101", "2102", "2103", "2104", "2105", "2106", "2107", "2108"];

    /// <summary>About 700 bytes, as an officer writes it.</summary>
    private static readonly byte[] Body = JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            fields = new
            {
                kind = "ak-volunteer",
                date = "2024-03-01",
                people = 42,
                households = 7,
                income = 1250.50m,
                story = string.Concat(Enumerable.Repeat("ปลูกต้นไม้ร่วมกับภาคีเครือข่าย ", 8)).Trim(),
            },
        }
    );

    private readonly HttpClient _http;

    public HandInClient(Uri address, int connections = 64)
    {
        _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("x-admin-key", ServerProcess.AdminKey);
    }

    public static string UnitOf(int officer) => Units[officer % Units.Length];

    /// <returns>The receipt.</returns>
    /// <exception cref="HttpRequestException">No answer (then without a status), or another one than 201.</exception>
    public async Task<string> SendAsync(string unit, string key, string path = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path.Length > 0 ? path : Address(unit))
        {
            Content = new ByteArrayContent(Body),
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", key);
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode != 201)
            throw new HttpRequestException(answer, null, response.StatusCode);

        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("receipt").GetString()!;
    }

    /// <summary>The receipts of all hand-ins of all districts.</summary>
    public async Task<List<string>> ReceiptsAsync()
    {
        var receipts = new List<string>();
        foreach (var unit in Units)
        {
            string? after = "";
            while (after is not null)
            {
                var page = await _http.GetFromJsonAsync<JsonElement>($"{Address(unit)}{(after.Length > 0 ? $"?after={after}" : "")}");
                receipts.AddRange(
                    page.GetProperty("submissions")
                        .EnumerateArray()
                        .Select(s => s.GetProperty("current").GetProperty("receipt").GetString()!)
                );
                after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
            }
        }

        return receipts;
    }

    /// <summary>The receipts of all hand-ins in the record of deeds, in its order.</summary>
    public async Task<List<string>> EnteredAsync()
    {
        var receipts = new List<string>();
        long? after = 0;
        while (after is not null)
        {
            var page = await _http.GetFromJsonAsync<JsonElement>($"{Campaign}/audit?after={after}&limit=1000");
            receipts.AddRange(
                page.GetProperty("entries")
                    .EnumerateArray()
                    .Where(e => e.GetProperty("what").GetString() is "handed-in")
                    .Select(e => e.GetProperty("detail").GetString()!.Split(' ')[0]["receipt=".Length..])
            );
            after = page.TryGetProperty("next", out var next) ? next.GetInt64() : null;
        }

        return receipts;
    }

    public Task<T?> GetAsync<T>(string path) => _http.GetFromJsonAsync<T>(path);

    public Task<byte[]> GetBytesAsync(string path) => _http.GetByteArrayAsync(path);

    public void Dispose() => _http.Dispose();

    private static string Address(string unit) => $"{Campaign}/tasks/t-drive/units/{unit}/submissions";
}
