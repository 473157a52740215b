using System.Net;
using System.Text.RegularExpressions;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Submissions.HandIns.Pages;

/// <summary>
/// A browser without script, reduced to HTTP: it keeps the cookie of a link, and posts the hidden inputs that the page gave it.
/// </summary>
internal sealed partial class FormClient(HttpClient http, string cookie)
{
    public static async Task<FormClient> OpenAsync(TestServer server, string role, string subject) =>
        new(
            new HttpClient(Reached.Requests(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }))
            {
                BaseAddress = new(server.Address),
            },
            $"{LinkCookies.NameOf(TestServer.Campaign)}={(await server.LinkAsync(role, subject)).Say("token")}"
        );

    public static string Page(string task, string unit) => $"/api/ui/{TestServer.Campaign}/tasks/{task}/units/{unit}";

    public Task<Answer> GetAsync(string path) => TestServer.SendAsync(http, "GET", path, (HttpContent?)null, ("Cookie", cookie));

    /// <summary>Hidden inputs of the form on a page: proof, key, version.</summary>
    public static (string Name, string Value)[] Hidden(Answer page) =>
        [.. Input().Matches(page.Text).Select(m => (m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)))];

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<Answer> PostAsync(string path, HttpContent content) =>
        // A body that is too large is refused before it is sent.
        TestServer.SendAsync(
            http,
            "POST",
            path,
            content,
            ("Cookie", cookie),
            ("Sec-Fetch-Site", "same-origin"),
            ("Expect", "100-continue")
        );

    /// <summary>Opens the page, fills it in and posts it.</summary>
    public async Task<Answer> HandInAsync(string task, string unit, params (string Name, string Value)[] fields) =>
        await PostAsync(Page(task, unit), [.. Hidden((await GetAsync(Page(task, unit))).Must(200)), .. fields]);

    public static MultipartFormDataContent WithFiles(
        (string Name, string Value)[] fields,
        params (string Field, string FileName, byte[] Bytes)[] files
    )
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (field, fileName, bytes) in files)
            form.Add(new ByteArrayContent(bytes), $"\"files.{field}\"", fileName);
        return form;
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" />""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Input();
}
