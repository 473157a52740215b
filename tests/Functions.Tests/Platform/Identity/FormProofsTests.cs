using System.Net;
using System.Text.RegularExpressions;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Web;

namespace CddFunctions.Tests.Platform.Identity;

/// <summary>A form counts only from a page that was made for the very link that posts it.</summary>
[Trait("suite", "http")]
public sealed partial class FormProofsTests(PagesSite site) : IClassFixture<PagesSite>
{
    private static readonly string Start = $"/api/ui/{Definitions.Rayong}/tasks/{PagesSite.Task}/units/";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_hands_in_with_the_proof_of_its_page_and_not_without()
    {
        var cookie = await CookieAsync("2105");
        var proof = await ProofAsync(cookie, "2105");

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(cookie, "2105", ("note", "ก"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(cookie, "2105", ("note", "ก"), (FormProofs.Field, ""))).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await PostAsync(cookie, "2105", ("note", "ก"), (FormProofs.Field, proof[..^1] + (proof[^1] is 'A' ? 'B' : 'A')))).StatusCode
        );
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(cookie, "2105", ("note", "ก"), (FormProofs.Field, proof))).StatusCode);
    }

    [Fact]
    public async Task The_proof_of_another_link_is_none_and_the_refusal_is_a_page()
    {
        var own = await CookieAsync("2106");
        var other = await CookieAsync("2106");

        using var answer = await PostAsync(own, "2106", ("note", "ก"), (FormProofs.Field, await ProofAsync(other, "2106")));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("ยังไม่ได้ส่ง: หน้านี้เปิดด้วยลิงก์อื่น", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_page_has_a_proof_of_its_own()
    {
        var cookie = await CookieAsync("2107");

        Assert.NotEqual(await ProofAsync(cookie, "2107"), await ProofAsync(cookie, "2107"));
    }

    [Fact]
    public async Task A_form_that_is_cut_off_is_a_clear_answer()
    {
        using var request = Request(await CookieAsync("2107"), "2107");
        request.RequestUri = new(Start + "2107", UriKind.Relative);
        request.Content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nก");
        request.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        using var answer = await site.Plain.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(string cookie, string unit, params (string Name, string Value)[] inputs)
    {
        using var request = Request(cookie, unit);
        request.Headers.Add("Idempotency-Key", "proof-" + unit);
        request.Content = new FormUrlEncodedContent(inputs.Select(i => KeyValuePair.Create(i.Name, i.Value)));
        return await site.Plain.SendAsync(request, Ct);
    }

    private static HttpRequestMessage Request(string cookie, string unit) =>
        new(HttpMethod.Post, PagesSite.Hand(unit)) { Headers = { { "Cookie", cookie }, { "Sec-Fetch-Site", "same-origin" } } };

    private async Task<string> CookieAsync(string unit)
    {
        using var opened = await site.Plain.GetAsync((await site.LinkAsync(CallerRole.Officer, unit))["url"]!.GetValue<string>(), Ct);
        return opened.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("cdd-rayong", StringComparison.Ordinal)).Split(';')[0];
    }

    private async Task<string> ProofAsync(string cookie, string unit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Start + unit) { Headers = { { "Cookie", cookie } } };
        using var page = await site.Plain.SendAsync(request, Ct);
        return Proof().Match(await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Ct)).Groups["value"].Value;
    }

    [GeneratedRegex("""name="proof" value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Proof();
}
