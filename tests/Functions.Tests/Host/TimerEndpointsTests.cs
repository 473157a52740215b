using System.Text;
using CddFunctions.Host;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Platform.Timers;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Host;

public sealed class TimerEndpointsTests
{
    /// <summary>As the host sends it (functions host 4.1037), without and with its monitor.</summary>
    private static readonly string[] Envelopes =
    [
        """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"Works","UtcNow":"2024-05-10T02:00:00Z","RandGuid":"a0b1"}}}""",
        """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"0001-01-01T00:00:00+00:00","Next":"2024-05-10T03:00:00+00:00","LastUpdated":"0001-01-01T00:00:00+00:00"},"IsPastDue":true}},"Metadata":{"RetryContext":{"RetryCount":1,"MaxRetryCount":3,"Exception":null,"Instance":"i","State":{}},"sys":{"MethodName":"Works","UtcNow":"2024-05-10T02:00:00Z","RandGuid":"a0b1"}}}""",
    ];

    private sealed class Works : ITimerJob
    {
        public int Runs { get; private set; }

        public Task<string> RunAsync(CancellationToken ct)
        {
            Runs++;
            return Task.FromResult("did \"it\"");
        }
    }

    private sealed class Fails : ITimerJob
    {
        public Task<string> RunAsync(CancellationToken ct) => throw new InvalidOperationException("นายสมมติ ทดสอบ");
    }

    [Fact]
    public async Task A_tick_of_the_host_runs_the_job_and_is_answered_with_a_JSON_object()
    {
        await using var app = await StartAsync();
        foreach (var envelope in Envelopes)
        {
            var answer = await SendAsync(app, "/Works", envelope, chunked: true);

            Assert.Equal((200, "application/json"), (answer.Code, answer.Type));
            Assert.Equal("""{"Outputs":{},"Logs":["did \u0022it\u0022"],"ReturnValue":null}""", answer.Text);
        }

        Assert.Equal(2, app.Services.GetRequiredService<Works>().Runs);
    }

    [Fact]
    public async Task A_job_that_fails_is_answered_with_500_and_a_JSON_object_that_tells_nothing()
    {
        await using var app = await StartAsync();

        var answer = await SendAsync(app, "/Fails", Envelopes[0]);

        Assert.Equal((500, "application/json"), (answer.Code, answer.Type));
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], answer.Json.AsObject().Select(m => m.Key));
        Assert.DoesNotContain("สมมติ", answer.Text);
    }

    [Theory]
    [InlineData("Host", "cdd.example")]
    [InlineData("Host", "127.0.0.1")]
    [InlineData("Host", "127.0.0.1:1")]
    [InlineData("Host", "localhost:{port}")]
    [InlineData("X-Forwarded-For", "203.0.113.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "127.0.0.1:{port}")]
    [InlineData("x-forwarded-anything", "x")]
    [InlineData("X-Original-For", "203.0.113.1")]
    [InlineData("Forwarded", "for=203.0.113.1")]
    public async Task Whoever_is_not_the_host_finds_nothing(string header, string value)
    {
        await using var app = await StartAsync();

        Assert.Equal(404, (await SendAsync(app, "/Works", Envelopes[0], (header, value))).Code);
        Assert.Equal(0, app.Services.GetRequiredService<Works>().Runs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("not JSON")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Metadata":{}}""")]
    [InlineData("""{"Data":[],"Metadata":{}}""")]
    [InlineData("""{"Data":{},"Metadata":""}""")]
    [InlineData("""{"Data":{},"Metadata":{}}""", "text/plain")]
    [InlineData("""{"Data":{},"Metadata":{}}""", "application/json", 16 * 1024)]
    public async Task What_is_no_tick_finds_nothing(string body, string type = "application/json", int spaces = 0)
    {
        await using var app = await StartAsync();
        foreach (var chunked in new[] { false, true })
            Assert.Equal(404, (await SendAsync(app, "/Works", body + new string(' ', spaces), type: type, chunked: chunked)).Code);

        Assert.Equal(0, app.Services.GetRequiredService<Works>().Runs);
    }

    [Fact]
    public async Task A_tick_may_be_as_long_as_the_limit()
    {
        await using var app = await StartAsync();

        Assert.Equal(200, (await SendAsync(app, "/Works", """{"Data":{},"Metadata":{}}""".PadRight(16 * 1024))).Code);
    }

    [Theory]
    [InlineData(Head.CustomHandler, 200)]
    [InlineData(Head.Embedded, 404)]
    [InlineData(Head.Bare, 404)]
    public async Task The_application_answers_ticks_only_behind_the_host_and_never_says_so_in_its_description(Head head, int status)
    {
        await using var server = await TestServer.StartInProcessAsync(head);
        var timers = server.Services.GetServices<TimerDefinition>().Select(t => t.Name).ToList();

        Assert.Equal(["CloseWindows", "Housekeeping", "RefreshExports"], timers.Order());
        foreach (var timer in timers)
        {
            var tick = new StringContent(Envelopes[0], Encoding.UTF8, "application/json");
            Assert.Equal((timer, status), (timer, (await TestServer.SendAsync(server.Anyone, "POST", $"/{timer}", tick)).Code));
            Assert.NotEqual(200, (await TestServer.GetAsync(server.Anyone, $"/{timer}")).Code);
        }

        var paths = (await TestServer.GetAsync(server.Anyone, "/api/openapi.json")).Must(200).Json["paths"]!.AsObject().Select(p => p.Key);
        Assert.All(paths, p => Assert.StartsWith("/api/", p));
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddMetrics().AddSingleton<StoreOutages>().AddSingleton<TimerRuns>();
        builder.Services.AddTimer<Works>("Works", "0 0 * * * *").AddTimer<Fails>("Fails", "0 0 * * * *");
        var app = builder.Build();
        app.MapTimers();
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<Answer> SendAsync(
        WebApplication app, string path, string body, (string Name, string Value)? header = null, string type = "application/json", bool chunked = false)
    {
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.TransferEncodingChunked = chunked;
        if (header is var (name, value))
            request.Headers.TryAddWithoutValidation(name, value.Replace("{port}", $"{client.BaseAddress.Port}", StringComparison.Ordinal));
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response.StatusCode, response, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
