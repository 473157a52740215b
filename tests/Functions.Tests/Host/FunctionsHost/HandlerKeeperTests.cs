using System.Net;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>How the host starts, restarts and ends its handler.</summary>
public sealed class HandlerKeeperTests
{
    [Fact]
    public async Task The_handler_starts_in_the_app_root_with_the_variables_of_the_host()
    {
        await using var app = await new FakeApp().StartAsync(environment: ("Some__Setting", "x"));

        var variables = Assert.Single(app.Left("starts"));

        var port = (string)variables["FUNCTIONS_CUSTOMHANDLER_PORT"]!;
        Assert.Equal(port, (string)variables["FUNCTIONS_HTTPWORKER_PORT"]!);
        Assert.Equal((string)variables["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"]!, (string)variables["FUNCTIONS_HTTPWORKER_ID"]!);
        Assert.Equal((app.Root, "x"), ((string)variables["FUNCTIONS_APP_ROOT_PATH"]!, (string)variables["Some__Setting"]!));
        Assert.DoesNotContain(port, (string)variables["ASPNETCORE_URLS"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_and_ticks_that_come_before_the_handler_answers_are_held()
    {
        await using var app = await new FakeApp().StartAsync(awaitHandler: false, ("FAKE_DELAY", "700"));

        var tick = app.Host.FireAsync("Good");
        using var answer = await app.SendAsync(HttpMethod.Get, "/api/echo");
        await tick;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, app.Host.Starts);
    }

    [Fact]
    public async Task An_exit_with_an_error_loses_the_request_and_starts_the_handler_again_and_the_third_ends_the_host()
    {
        await using var app = await new FakeApp().StartAsync();
        for (var exit = 1; exit < 3; exit++)
        {
            using var lost = await app.SendAsync(HttpMethod.Get, "/api/exit/7");
            Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
            await app.StartedAsync(exit + 1);
            using var next = await app.SendAsync(HttpMethod.Get, "/api/echo");
            Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        }

        using var last = await app.SendAsync(HttpMethod.Get, "/api/exit/7");
        await app.Host.GaveUp.WaitAsync(Handler.Patience, TestContext.Current.CancellationToken);

        Assert.Equal(3, app.Host.Starts);
        await Assert.ThrowsAsync<HttpRequestException>(() => app.SendAsync(HttpMethod.Get, "/api/echo"));
    }

    [Fact]
    public async Task An_intentional_restart_is_no_error()
    {
        await using var app = await new FakeApp().StartAsync();

        for (var start = 2; start < 6; start++)
        {
            using var lost = await app.SendAsync(HttpMethod.Get, "/api/exit/200");
            await app.StartedAsync(start);
        }

        using var answer = await app.SendAsync(HttpMethod.Get, "/api/echo");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task After_an_exit_in_order_every_request_fails_for_good()
    {
        await using var app = await new FakeApp().StartAsync();

        foreach (var path in new[] { "/api/exit/0", "/api/echo", "/api/echo" })
        {
            using var answer = await app.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        }

        Assert.Equal(1, app.Host.Starts);
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Host.FireAsync("Good"));
    }

    [Fact]
    public async Task A_handler_that_cannot_start_is_tried_three_times()
    {
        var app = new FakeApp();
        await using (app)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(environment: ("FAKE_EXIT", "3")));
            Assert.Equal(3, app.Lines("starts").Count);
        }
    }

    [Fact]
    public async Task A_function_that_takes_too_long_fails_and_takes_the_whole_handler_with_it()
    {
        await using var app = await new FakeApp(timeout: "00:00:01").StartAsync();

        using var slow = await app.SendAsync(HttpMethod.Get, "/api/hang/1");
        Assert.Equal(HttpStatusCode.InternalServerError, slow.StatusCode);
        await app.StartedAsync(2);

        using var next = await app.SendAsync(HttpMethod.Get, "/api/echo");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task The_end_of_the_host_is_a_kill_of_which_the_handler_hears_nothing()
    {
        await using var app = await new FakeApp().StartAsync();

        await app.Host.DisposeAsync();

        Assert.Empty(app.Lines("sigterm"));
        Assert.Single(app.Lines("starts"));
    }
}
