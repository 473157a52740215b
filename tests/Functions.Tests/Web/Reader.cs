using System.Net;
using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Web;

/// <summary>Somebody signed in by link, without a browser: reads pages and posts the forms that are on them.</summary>
internal sealed partial class Reader(HttpClient plain, string cookie)
{
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var request = With(HttpMethod.Get, path);
        using var answer = await plain.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<string> PageAsync(string path)
    {
        var (status, html) = await GetAsync(path);
        Assert.True(status is HttpStatusCode.OK, $"{path}: {status}");
        return html;
    }

    /// <summary>Bytes over the wire, as a browser asks for them.</summary>
    public async Task<int> CompressedAsync(string path)
    {
        using var request = With(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await plain.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (answer.Content.Headers.ContentEncoding.Contains("gzip"))
            return body.Length;

        using var packed = new MemoryStream();
        await using (
            var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)
        )
            await gzip.WriteAsync(body, TestContext.Current.CancellationToken);
        return (int)packed.Length;
    }

    /// <summary>Posts a form of the page at <paramref name="from"/>, with its proof.</summary>
    public async Task<(HttpStatusCode Status, string? Location, string Html)> PostAsync(
        string from,
        string action,
        params (string Name, string Value)[] values
    )
    {
        var proof = Proof().Match(await PageAsync(from)).Groups[1].Value;
        using var body = new FormUrlEncodedContent(values.Append(("proof", proof)).Select(v => KeyValuePair.Create(v.Item1, v.Item2)));
        return await SendAsync(action, body);
    }

    /// <summary>As a form with a file is posted.</summary>
    public async Task<(HttpStatusCode Status, string? Location, string Html)> UploadAsync(
        string from,
        string action,
        byte[] file,
        params (string Name, string Value)[] values
    )
    {
        using var body = new MultipartFormDataContent();
        body.Add(new StringContent(Proof().Match(await PageAsync(from)).Groups[1].Value), "proof");
        foreach (var (name, value) in values)
            body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent(file), "file", "programme.json");
        await body.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return await SendAsync(action, body);
    }

    private async Task<(HttpStatusCode Status, string? Location, string Html)> SendAsync(string action, HttpContent body)
    {
        using var request = With(HttpMethod.Post, action);
        request.Content = body;
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await plain.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            answer.StatusCode,
            answer.Headers.Location?.OriginalString,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private HttpRequestMessage With(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookie);
        return request;
    }

    [GeneratedRegex("name=\"proof\" value=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Proof();
}
