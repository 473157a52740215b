using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform;

namespace CddFunctions.Demo;

/// <summary>Somebody with a link, at the address of one campaign.</summary>
public sealed class Actor(HttpClient http, string campaign, string? token, string? adminKey)
{
    /// <summary>Somebody else at the same campaign.</summary>
    public Actor With(string otherToken) => new(http, campaign, otherToken, null);

    public Task<Answer> GetAsync(string path, CancellationToken ct) => SendAsync(new(HttpMethod.Get, Address(path)), ct);

    public Task<Answer> PostAsync(string path, object body, CancellationToken ct, string? key = null, string? ifMatch = null) =>
        SendAsync(WithBody(HttpMethod.Post, path, body, key, ifMatch), ct);

    public Task<Answer> PutAsync(string path, object body, CancellationToken ct, string? ifMatch = null) =>
        SendAsync(WithBody(HttpMethod.Put, path, body, null, ifMatch), ct);

    public Task<Answer> PutBytesAsync(string path, byte[] bytes, string contentType, CancellationToken ct) =>
        SendAsync(WithBytes(path, bytes, contentType), ct);

    /// <summary>To the address of an upload ticket: without the link, because the address says by itself who may write there.</summary>
    public Task<Answer> UploadAsync(string address, byte[] bytes, JsonObject? headers, CancellationToken ct)
    {
        var request = WithBytes(address, bytes, "application/octet-stream");
        foreach (var (name, value) in headers ?? [])
            request.Headers.TryAddWithoutValidation(name, value!.GetValue<string>());
        return AnswerAsync(request, ct);
    }

    public async Task<byte[]> DownloadAsync(string path, CancellationToken ct)
    {
        using var response = await http.SendAsync(Signed(new(HttpMethod.Get, Address(path))), ct);
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        return response.IsSuccessStatusCode ? bytes : throw new DemoFailedException($"GET {path}: {(int)response.StatusCode}");
    }

    private Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken ct) => AnswerAsync(Signed(request), ct);

    private async Task<Answer> AnswerAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var response = await http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) ?? false;
        return new((int)response.StatusCode, text, isJson ? JsonNode.Parse(text) : null, response.Headers.ETag?.Tag);
    }

    private HttpRequestMessage WithBytes(string address, byte[] bytes, string contentType)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new(contentType);
        return new(HttpMethod.Put, Address(address)) { Content = content };
    }

    private HttpRequestMessage WithBody(HttpMethod method, string path, object body, string? key, string? ifMatch)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Json.Options));
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(method, Address(path)) { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return request;
    }

    private HttpRequestMessage Signed(HttpRequestMessage request)
    {
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (adminKey is not null)
            request.Headers.Add("x-admin-key", adminKey);
        return request;
    }

    /// <summary>Relative to the campaign, unless it is a whole address or begins with a slash.</summary>
    private Uri Address(string path) =>
        path.StartsWith("http", StringComparison.Ordinal) || path.StartsWith('/')
            ? new(http.BaseAddress!, path)
            : new(http.BaseAddress!, path.Length == 0 ? $"/api/campaigns/{campaign}" : $"/api/campaigns/{campaign}/{path}");
}
