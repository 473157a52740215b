using System.Net;
using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>What stands in for the host does what the real one was seen to do; else the tests behind it would prove nothing.</summary>
public sealed class StandInTests
{
    private const int Megabyte = 1_048_576;

    private static readonly SocketsHttpHandler Handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Method_path_query_and_body_arrive_as_they_were_sent_beside_an_invocation_of_the_same_id()
    {
        var worker = Worker();
        var seen = new List<string>();
        worker.Answer = async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            seen.Add($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} {await reader.ReadToEndAsync(Ct)}");
            var headers = http.Request.Headers;
            seen.Add($"{headers["X-Forwarded-For"]} {headers["X-Forwarded-Host"]} {headers["X-Forwarded-Proto"]} {headers.Cookie}");
            seen.Add(headers[Forwarding.InvocationHeader]!);
        };
        await using var host = await worker.StartHostAsync();

        using var answer = await SendAsync(
            host,
            HttpMethod.Put,
            "/api/things/a%20b?x=1&x=2",
            new StringContent("body"),
            ("X-Forwarded-For", "203.0.113.1"),
            ("X-Forwarded-Host", "other"),
            ("X-Forwarded-Proto", "https"),
            ("Cookie", "a=1; b=2")
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("PUT /api/things/a%20b?x=1&x=2 body", seen[0]);
        Assert.Equal($"127.0.0.1 {new Uri(host.Address).Authority} https a=1; b=2", seen[1]);
        var call = Assert.Single(worker.Invocations);
        Assert.Equal((seen[2], "Things", "request"), (call.InvocationId, call.FunctionId, call.InputData.Single().Name));
    }

    [Fact]
    public async Task Answers_come_back_unchanged_and_redirects_are_not_followed()
    {
        var worker = Worker();
        worker.Answer = http =>
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = "/elsewhere";
            http.Response.Headers.SetCookie = new(["a=1", "b=2"]);
            return http.Response.WriteAsync("moved", Ct);
        };
        await using var host = await worker.StartHostAsync();

        using var answer = await SendAsync(host, HttpMethod.Get, "/api/things/1");

        Assert.Equal((302, "moved"), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
        Assert.Equal(["a=1", "b=2"], answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal("/elsewhere", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_answer_before_the_whole_body_is_an_empty_500_unless_the_client_asked_first()
    {
        var worker = Worker(mostBytes: Megabyte);
        worker.Answer = http =>
        {
            http.Response.StatusCode = 413;
            return http.Response.WriteAsync("too long", Ct);
        };
        await using var host = await worker.StartHostAsync();

        using var pushed = await SendAsync(host, HttpMethod.Put, "/api/things/1", new ByteArrayContent(new byte[30 * Megabyte]));
        var again = new ByteArrayContent(new byte[30 * Megabyte]);
        using var asked = await SendAsync(host, HttpMethod.Put, "/api/things/1", again, ("Expect", "100-continue"));

        Assert.Equal((500, ""), ((int)pushed.StatusCode, await pushed.Content.ReadAsStringAsync(Ct)));
        Assert.Equal((413, "too long"), ((int)asked.StatusCode, await asked.Content.ReadAsStringAsync(Ct)));
    }

    [Fact]
    public async Task A_body_of_more_than_a_hundred_megabytes_is_refused_by_the_host_itself()
    {
        var worker = Worker();
        worker.Answer = http => http.Request.Body.CopyToAsync(Stream.Null, Ct);
        await using var host = await worker.StartHostAsync();

        using var most = await SendAsync(host, HttpMethod.Put, "/api/things/1", new ByteArrayContent(new byte[Forwarding.MostBytes]));
        var longer = new ByteArrayContent(new byte[Forwarding.MostBytes + 1]);
        using var more = await SendAsync(host, HttpMethod.Put, "/api/things/1", longer, ("Expect", "100-continue"));

        Assert.Equal((200, 413, ""), ((int)most.StatusCode, (int)more.StatusCode, await more.Content.ReadAsStringAsync(Ct)));
    }

    [Theory]
    [InlineData("GET", "/api/nowhere/1")]
    [InlineData("DELETE", "/api/things/1")]
    [InlineData("GET", "/things/1")]
    [InlineData("GET", "/api/Tick")]
    public async Task What_is_no_function_never_reaches_the_worker_and_no_function_counts_as_reached(string method, string path)
    {
        var worker = Worker();
        await using var host = await worker.StartHostAsync();

        using var answer = await SendAsync(host, new(method), path);

        Assert.Equal((404, ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
        Assert.Empty(worker.Invocations);
        Assert.Empty(host.Covered);
    }

    [Fact]
    public async Task Routes_are_tried_in_the_order_of_the_names()
    {
        var worker = new FakeWorker();
        worker.AddHttp("Last", "{*path}", "get");
        worker.AddHttp("First", "things/{id}", "get");
        await using var host = await worker.StartHostAsync();

        using var first = await SendAsync(host, HttpMethod.Get, "/api/things/1");
        using var last = await SendAsync(host, HttpMethod.Get, "/api/things/1/2");

        Assert.Equal(["First", "Last"], worker.Invocations.Select(i => i.FunctionId));
    }

    [Fact]
    public async Task A_timer_gets_its_tick_and_one_that_fails_fails_the_test()
    {
        var worker = Worker();
        await using var host = await worker.StartHostAsync();
        await host.FireAsync("Tick");
        worker.Failure = _ => "the store is gone";

        Assert.False((bool)JsonNode.Parse(worker.Invocations.Single().InputData.Single().Data.Json)!["IsPastDue"]!);
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => host.FireAsync("Tick"));
        Assert.Contains("the store is gone", failed.Message, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<InvalidOperationException>(() => host.FireAsync("None"));
        Assert.Contains("None", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(["Tick"], host.Covered);
    }

    [Fact]
    public async Task A_function_that_cannot_be_loaded_fails_the_start()
    {
        var worker = Worker();
        worker.LoadFailure = id => id is "Tick" ? "no such method" : null;

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => worker.StartHostAsync());

        Assert.Contains("loading Tick: Failure no such method", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_takes_too_long_is_killed_with_whatever_it_does()
    {
        var worker = Worker();
        worker.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        await using var host = await worker.StartHostAsync(TimeSpan.FromSeconds(1));

        using var answer = await SendAsync(host, HttpMethod.Get, "/api/things/1");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("killed", await worker.Ended);
    }

    private static FakeWorker Worker(long mostBytes = Forwarding.MostBytes)
    {
        var worker = new FakeWorker(mostBytes);
        worker.AddHttp("Things", "things/{id}", "get", "put");
        worker.AddTimer("Tick");
        return worker;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        StandIn host,
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var client = new HttpClient(Handler, disposeHandler: false);
        using var request = new HttpRequestMessage(method, host.Address + path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, Ct);
    }
}
