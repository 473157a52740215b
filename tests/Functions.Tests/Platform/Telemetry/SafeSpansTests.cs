using System.Diagnostics;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Tests.Platform.Telemetry;

public sealed class SafeSpansTests : IDisposable
{
    private readonly ActivitySource _source = new($"test {Guid.NewGuid()}");
    private readonly ActivityListener _listener;

    public SafeSpansTests()
    {
        _listener = new()
        {
            ShouldListenTo = s => s == _source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public void A_request_keeps_its_route_and_loses_path_query_agent_and_host()
    {
        var span = Ended(
            ActivityKind.Server,
            s =>
                s.SetTag("http.request.method", "GET")
                    .SetTag("http.route", "/api/ui/{campaign}")
                    .SetTag("url.path", "/api/ui/x")
                    .SetTag("url.query", "?t=token")
                    .SetTag("user_agent.original", "someone")
                    .SetTag("server.address", "someone.example")
                    .SetTag("enduser.id", "someone")
                    .SetStatus(ActivityStatusCode.Error, "someone")
        );

        Assert.Equal(["http.request.method", "http.route"], span.TagObjects.Select(t => t.Key));
        Assert.Equal(("GET /api/ui/{campaign}", ActivityStatusCode.Error, null), (span.DisplayName, span.Status, span.StatusDescription));
        Assert.True(span.Recorded);
    }

    [Fact]
    public void A_call_of_ours_keeps_the_host_that_is_ours()
    {
        var span = Ended(
            ActivityKind.Client,
            s =>
                s.SetTag("http.request.method", "PUT")
                    .SetTag("server.address", "store.example")
                    .SetTag("url.full", "https://store.example/upload?sig=secret")
        );

        Assert.Equal(["http.request.method", "server.address"], span.TagObjects.Select(t => t.Key));
        Assert.Equal("PUT", span.DisplayName);
    }

    [Fact]
    public void A_span_with_texts_that_cannot_be_taken_off_is_not_sent()
    {
        var withException = Ended(ActivityKind.Server, s => s.AddException(new FormatException("นายสมมติ")));
        var withLink = Ended(ActivityKind.Server, s => s.AddLink(new(default, new ActivityTagsCollection([new("person", "นายสมมติ")]))));
        var withEvent = Ended(ActivityKind.Server, s => s.AddEvent(new("moment")));

        Assert.Equal((false, false, true), (withException.Recorded, withLink.Recorded, withEvent.Recorded));
    }

    [Fact]
    public void The_tracestate_of_the_caller_goes_no_further()
    {
        using var span = _source.CreateActivity(
            "x",
            ActivityKind.Server,
            new ActivityContext(
                ActivityTraceId.CreateRandom(),
                ActivitySpanId.CreateRandom(),
                ActivityTraceFlags.Recorded,
                "v=someone",
                isRemote: true
            )
        )!;
        Assert.Equal("v=someone", span.TraceStateString);

        new SafeSpans().OnStart(span);

        Assert.True(string.IsNullOrEmpty(span.TraceStateString));
    }

    public void Dispose()
    {
        _listener.Dispose();
        _source.Dispose();
    }

    private Activity Ended(ActivityKind kind, Action<Activity> fill)
    {
        using var span = _source.StartActivity("name of the library", kind)!;
        fill(span);
        new SafeSpans().OnEnd(span);
        return span;
    }
}
