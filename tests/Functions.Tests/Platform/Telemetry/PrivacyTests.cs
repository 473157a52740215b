using System.Text;

namespace CddFunctions.Tests.Platform.Telemetry;

/// <summary>Nothing personal and no secret leaves by telemetry or by the console; and what an operator needs does arrive.</summary>
public sealed class PrivacyTests(RecordedDay day)
{
    private const string Insights = "/v2.1/track";
    private const string HandIn = "/api/campaigns/{campaign}/tasks/{task}/units/{unit}/submissions";

    [Theory]
    [InlineData("/v1/traces")]
    [InlineData("/v1/metrics")]
    [InlineData("/v1/logs")]
    [InlineData(Insights)]
    public async Task Nothing_of_the_requests_is_in(string path)
    {
        var recording = await day.PlayedAsync();

        Assert.Empty(recording.Secrets.SelectMany(s => Traces.Of(s, recording.Collector.Of(path))));
    }

    [Theory]
    [InlineData("/v1/traces")]
    [InlineData("/v1/metrics")]
    public async Task No_id_of_a_link_or_a_file_is_in(string path)
    {
        var recording = await day.PlayedAsync();

        Assert.Empty(recording.Ids.SelectMany(s => Traces.Of(s, recording.Collector.Of(path))));
    }

    [Fact]
    public async Task Nothing_of_the_requests_is_on_the_console()
    {
        var recording = await day.PlayedAsync();

        Assert.Empty(recording.Secrets.SelectMany(s => Traces.Of(s, Encoding.UTF8.GetBytes(recording.Console))));
        Assert.Contains("System.Text.Json.JsonException: HResult", recording.Console, StringComparison.Ordinal);
        Assert.Contains("CddFunctions.Platform.Storage.StorageUnavailableException: ", recording.Console, StringComparison.Ordinal);
        Assert.Contains($"GET {HandIn} failed as unexpected", recording.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_was_sent_went_to_the_addresses_that_are_looked_at() =>
        Assert.Equal(
            ["/v1/logs", "/v1/metrics", "/v1/traces", Insights],
            (await day.PlayedAsync()).Collector.Paths.Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("POST " + HandIn)]
    [InlineData("PUT /api/campaigns/{campaign}/uploads/{id}")]
    [InlineData("PUT /api/campaigns/{campaign}/rosters/{roster}/{unit}")]
    [InlineData("DELETE /api/campaigns/{campaign}/links/{id}")]
    [InlineData("GET /api/ui/{campaign}")]
    [InlineData("export")]
    [InlineData("storage-unavailable")]
    [InlineData("already-submitted")]
    [InlineData("identity-invalid")]
    public async Task A_span_is_named_by_its_route_and_says_how_it_came_out(string text)
    {
        var collector = (await day.PlayedAsync()).Collector;

        Assert.Contains(text, collector.TextOf("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains(text, collector.TextOf(Insights), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http.server.request.duration")]
    [InlineData("cdd.hand_ins")]
    [InlineData("cdd.uploads")]
    [InlineData("cdd.export.duration")]
    [InlineData("cdd.export.rows")]
    [InlineData("cdd.store.outages")]
    [InlineData("http.server.active_requests")]
    public async Task A_metric_arrives(string name)
    {
        var collector = (await day.PlayedAsync()).Collector;

        Assert.Contains(name, collector.TextOf("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains($"\"name\":\"{name}\"", collector.TextOf(Insights), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/logs")]
    [InlineData(Insights)]
    public async Task A_failure_arrives_with_its_kind_and_stack(string path)
    {
        var logs = (await day.PlayedAsync()).Collector.TextOf(path);

        Assert.Contains("System.Text.Json.JsonException: HResult", logs, StringComparison.Ordinal);
        Assert.Contains("at CddFunctions.Submissions", logs, StringComparison.Ordinal);
        Assert.Contains($"GET {HandIn} failed as unexpected", logs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_trace_goes_on_though_he_asked_not_to_be_sampled()
    {
        var collector = (await day.PlayedAsync()).Collector;

        Assert.True(collector.Of("/v1/traces").AsSpan().IndexOf(Convert.FromHexString(RevealingDay.CallersTrace)) >= 0);
        Assert.Contains($"\"ai.operation.id\":\"{RevealingDay.CallersTrace}\"", collector.TextOf(Insights), StringComparison.Ordinal);
        Assert.Contains("\"ai.operation.parentId\":\"00f067aa0ba902b7\"", collector.TextOf(Insights), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_is_not_itself_traced() =>
        Assert.DoesNotContain("127.0.0.1", (await day.PlayedAsync()).Collector.TextOf("/v1/traces"), StringComparison.Ordinal);

    [Theory]
    [InlineData("นายสมมติ", "…นายสมมติ…")]
    [InlineData("นายสมมติ", "%E0%B8%99%E0%B8%B2%E0%B8%A2%E0%B8%AA%E0%B8%A1%E0%B8%A1%E0%B8%95%E0%B8%B4")]
    [InlineData("นายสมมติ", @"\u0e19\u0e32\u0e22\u0e2a\u0e21\u0e21\u0e15\u0e34")]
    [InlineData("a b", "q=a+b")]
    [InlineData("secret", "c2VjcmV0")]
    public void The_search_finds_a_text_however_it_is_written(string secret, string output) =>
        Assert.NotEmpty(Traces.Of(secret, Encoding.UTF8.GetBytes(output)));
}
