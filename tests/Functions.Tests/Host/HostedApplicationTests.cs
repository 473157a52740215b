using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Host;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;
using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Tests.Host;

public sealed class HostedApplicationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hand_in_with_a_link_of_its_own_passes_and_each_application_keeps_its_own_routes_and_services()
    {
        await using var site = await HostedSite.StartAsync();
        using var admin = site.Admin();
        var link = (
            await TestServer.SendAsync(admin, "POST", TestServer.Of("links"), new JsonObject { ["role"] = "officer", ["subject"] = "2101" })
        ).Must(201);
        using var officer = site.Client(c => c.DefaultRequestHeaders.Authorization = new("Bearer", link.Say("token")));

        Assert.StartsWith(site.Address, link.Say("url"));
        var receipt = (await TestServer.PostAsync(officer, "t-plan", "2101", "key-1", MadeUpCampaign.Plan())).Must(201);
        Assert.Equal(
            receipt.Say("receipt"),
            (await TestServer.PostAsync(officer, "t-plan", "2101", "key-1", MadeUpCampaign.Plan())).Must(201).Say("receipt")
        );
        (await TestServer.PostAsync(officer, "t-plan", "2102", "key-2", MadeUpCampaign.Plan())).Must(403, "not-yours");
        using var nobody = site.Client();
        (await TestServer.GetAsync(nobody, TestServer.HandIn("t-plan", "2101"))).Must(401, "identity-missing");
        (await TestServer.GetAsync(nobody, "/api/none")).Must(404, "not-found");

        Assert.Contains(("campaigns/made-up/links", true), site.Seen);
        Assert.All(site.Seen, s => Assert.True(s.OwnServices));
    }

    [Fact]
    public async Task Pages_set_their_cookie_and_know_the_address_that_people_see()
    {
        await using var site = await HostedSite.StartAsync();
        using var admin = site.Admin();
        var made = await TestServer.SendAsync(
            admin,
            "POST",
            TestServer.Of("links"),
            new JsonObject { ["role"] = "officer", ["subject"] = "2101" },
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "cdd.example"),
            ("X-Forwarded-For", "203.0.113.1")
        );

        Assert.StartsWith("https://cdd.example/", made.Must(201).Say("url"));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(site.Address) };
        var page = await browser.GetAsync(new Uri(made.Say("url")).PathAndQuery, Ct);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, page.StatusCode);
        Assert.Contains(page.Headers.GetValues("Set-Cookie"), c => c.StartsWith("cdd-made-up=", StringComparison.Ordinal));
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task An_upload_may_be_as_long_as_its_ticket_and_any_other_body_only_six_megabytes()
    {
        await using var site = await HostedSite.StartAsync();
        using var admin = site.Admin();
        var file = new byte[7 * 1_048_576];
        PdfMaker.PagesOf(1).CopyTo(file, 0);
        var ticket = (
            await TestServer.SendAsync(
                admin,
                "POST",
                TestServer.Of("uploads"),
                new JsonObject
                {
                    ["fileName"] = "a.pdf",
                    ["contentType"] = "application/pdf",
                    ["length"] = file.Length,
                }
            )
        ).Must(201);
        var put = new Uri(ticket.Say("putUrl")).PathAndQuery;

        Assert.NotEqual(413, (await TestServer.SendAsync(admin, "PUT", put, TestServer.Bytes(file, "application/pdf"))).Code);
        var sixMegabytes = MadeUpCampaign.FieldValues(("total", new string('1', 6 * 1_048_576)));
        (await TestServer.PostAsync(admin, "t-plan", "2101", "k", sixMegabytes)).Must(413, "too-large");
    }

    [Theory]
    [InlineData(true, 413)]
    [InlineData(false, 401)]
    public async Task A_refusal_comes_after_the_whole_body_was_read_but_at_once_where_the_client_asked_first(bool known, int status)
    {
        await using var site = await HostedSite.StartAsync();
        using var client = known ? site.Admin() : site.Client();
        foreach (var asks in new[] { false, true })
        {
            using var body = new Slow(8 * 1_048_576);
            using var request = new HttpRequestMessage(HttpMethod.Post, TestServer.HandIn("t-plan", "2101")) { Content = body };
            request.Headers.Add("Idempotency-Key", "k");
            request.Headers.ExpectContinue = asks;
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);

            Assert.Equal((status, !asks), ((int)answer.StatusCode, body.Sent));
        }
    }

    /// <summary>Without a length the limit shows only on the way, when the client has been told to go on.</summary>
    [Fact]
    public async Task A_body_that_was_asked_for_and_turns_out_too_long_is_read_to_its_end_before_the_refusal()
    {
        await using var site = await HostedSite.StartAsync();
        using var admin = site.Admin();
        var answered = -1;
        using var body = new Slow(16 * 1_048_576, announced: false) { AtEnd = () => answered = site.Seen.Count };
        using var request = new HttpRequestMessage(HttpMethod.Post, TestServer.HandIn("t-plan", "2101")) { Content = body };
        request.Headers.Add("Idempotency-Key", "k");
        request.Headers.ExpectContinue = true;

        using var answer = await admin.SendAsync(request, Ct);

        Assert.Equal((413, 0), ((int)answer.StatusCode, answered));
    }

    [Fact]
    public async Task A_fault_after_the_answer_began_ends_the_connection_and_the_host_hears_nothing_of_its_words()
    {
        await using var site = await HostedSite.StartAsync();
        var http = new DefaultHttpContext();
        var connection = new Connection();
        http.Features.Set<IHttpRequestLifetimeFeature>(connection);
        http.Request.Method = "GET";
        http.Request.Path = "/api/health";
        http.Response.Body = new Broken();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => site.HostedApplication.AnswerAsync(http));

        Assert.DoesNotContain(Broken.Words, fault.ToString(), StringComparison.Ordinal);
        Assert.True(connection.IsAborted);
        Assert.Contains(
            site.Lines,
            l => l.Contains("An answer broke off", StringComparison.Ordinal) && l.Contains(nameof(Broken), StringComparison.Ordinal)
        );
    }

    /// <summary>Both applications of the process measure their requests, under the same name.</summary>
    [Fact]
    public async Task A_request_is_measured_once_with_the_route_of_the_application()
    {
        var routes = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Name is "http.server.request.duration")
                    meters.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (_, _, tags, _) => routes.Enqueue(tags.ToArray().FirstOrDefault(t => t.Key is "http.route").Value as string ?? "")
        );
        listener.Start();
        await using (var site = await HostedSite.StartAsync())
        {
            using var nobody = site.Client();
            (await TestServer.GetAsync(nobody, "/api/health")).Must(200);
        }

        Assert.Contains("/api/health", routes);
        Assert.DoesNotContain(routes, r => r.EndsWith("{*path}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_is_streamed_and_HEAD_is_answered_without_a_body()
    {
        await using var site = await HostedSite.StartAsync();
        using var admin = site.Admin();
        (await TestServer.SendAsync(admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201);

        var workbook = (await TestServer.GetAsync(admin, TestServer.Of("exports/latest/datasets.xlsx"))).Must(200);
        Assert.Equal("PK", Encoding.ASCII.GetString(workbook.Bytes, 0, 2));
        var head = (await TestServer.SendAsync(admin, "HEAD", TestServer.Of("exports/latest/datasets.xlsx"))).Must(200);
        Assert.Empty(head.Bytes);
    }

    [Fact]
    public async Task A_timer_runs_by_its_name_and_an_unknown_one_is_refused()
    {
        await using var site = await HostedSite.StartAsync();

        await site.HostedApplication.RunAsync("RefreshExports", Ct);

        Assert.Contains(site.Lines, l => l.Contains("RefreshExports: made-up: snapshot", StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.HostedApplication.RunAsync("None", Ct));
    }

    [Fact]
    public async Task Requests_before_the_start_are_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new HandedOverServer(1).HandOverAsync(new DefaultHttpContext()));

    private sealed class Connection : IHttpRequestLifetimeFeature
    {
        public bool IsAborted { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsAborted = true;
    }

    /// <summary>A store or a client that fails in the middle, with words that quote what went through it.</summary>
    private sealed class Broken : MemoryStream
    {
        public const string Words = "somebody's name";

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new FormatException(Words);
    }

    /// <summary>A body that takes a while: whoever answers before its end is seen to do so.</summary>
    private sealed class Slow : HttpContent
    {
        private readonly byte[] _bytes;
        private readonly bool _announced;

        public Slow(int length, bool announced = true)
        {
            _bytes = new byte[length];
            _announced = announced;
            Headers.ContentType = new("application/json");
        }

        public bool Sent { get; private set; }

        public Action AtEnd { get; init; } = () => { };

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            foreach (var part in _bytes.Chunk(_bytes.Length / 8))
            {
                await stream.WriteAsync(part, Ct);
                await Task.Delay(20, Ct);
            }

            Sent = true;
            AtEnd();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return _announced;
        }
    }
}
