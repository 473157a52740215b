using System.Diagnostics;
using System.Text.Json.Nodes;
using Azure.Core;
using CddFunctions.Adapters.ApplicationInsights;
using CddFunctions.Tests.Platform.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace CddFunctions.Tests.Adapters.ApplicationInsights;

/// <summary>What Application Insights is told about a span. The whole way through the application is in PrivacyTests.</summary>
public sealed class InsightsTargetTests : IAsyncLifetime
{
    private readonly ActivitySource _source = new($"test {Guid.NewGuid()}");
    private Collector _collector = null!;

    public async ValueTask InitializeAsync() => _collector = await Collector.StartAsync();

    [Theory]
    [InlineData(ActivityKind.Server, 200, "AppRequests", true)]
    [InlineData(ActivityKind.Server, 422, "AppRequests", true)]
    [InlineData(ActivityKind.Server, 499, "AppRequests", true)]
    [InlineData(ActivityKind.Server, 500, "AppRequests", false)]
    [InlineData(ActivityKind.Client, 399, "AppDependencies", true)]
    [InlineData(ActivityKind.Client, 400, "AppDependencies", false)]
    public void A_refusal_of_ours_is_no_failure_and_one_that_we_meet_is(ActivityKind kind, int status, string table, bool success)
    {
        var item = Sent(kind, s => s.SetTag("http.response.status_code", status))[0];

        Assert.Equal((table, success), ((string)item["name"]!, (bool)Data(item)["success"]!));
        Assert.Equal($"{status}", (string)(Data(item)["responseCode"] ?? Data(item)["resultCode"])!);
    }

    [Theory]
    [InlineData(ActivityKind.Consumer, ActivityStatusCode.Error, "AppRequests", false)]
    [InlineData(ActivityKind.Consumer, ActivityStatusCode.Unset, "AppRequests", true)]
    [InlineData(ActivityKind.Internal, ActivityStatusCode.Unset, "AppDependencies", true)]
    public void A_timer_is_a_request_and_an_export_a_part_of_one(ActivityKind kind, ActivityStatusCode status, string table, bool success)
    {
        var item = Sent(kind, s => s.SetStatus(status))[0];

        Assert.Equal((table, success), ((string)item["name"]!, (bool)Data(item)["success"]!));
    }

    [Fact]
    public void Parent_and_child_carry_the_ids_of_the_trace()
    {
        Activity? inner = null;
        var items = Sent(ActivityKind.Server, _ =>
        {
            using var child = _source.StartActivity("inner");
            inner = child;
        });

        var (child, parent) = (items.Single(i => (string)Data(i)["name"]! == "inner"), items.Single(i => (string)Data(i)["name"]! == "outer"));
        Assert.Equal(inner!.TraceId.ToHexString(), (string)parent["tags"]!["ai.operation.id"]!);
        Assert.Equal(inner.TraceId.ToHexString(), (string)child["tags"]!["ai.operation.id"]!);
        Assert.Equal((string)Data(parent)["id"]!, (string)child["tags"]!["ai.operation.parentId"]!);
        Assert.Null(parent["tags"]!["ai.operation.parentId"]);
    }

    [Fact]
    public void The_share_that_was_kept_is_told() => Assert.Equal(25, (double)Sent(ActivityKind.Server, _ => { }, ratio: 0.25)[0]["sampleRate"]!);

    [Fact]
    public void The_machine_is_not_named() =>
        Assert.DoesNotContain(Environment.MachineName, Sent(ActivityKind.Server, _ => { }).Select(i => (string?)i["tags"]!["ai.internal.nodeName"]));

    [Fact]
    public void An_identity_sends_its_token()
    {
        Sent(ActivityKind.Server, _ => { }, new FixedToken());

        Assert.Equal(["Bearer token-of-the-identity"], _collector.Authorizations);
    }

    [Fact]
    public void Without_an_identity_no_token_is_sent()
    {
        Sent(ActivityKind.Server, _ => { });

        Assert.Equal([""], _collector.Authorizations);
    }

    public async ValueTask DisposeAsync()
    {
        _source.Dispose();
        await _collector.DisposeAsync();
    }

    private List<JsonNode> Sent(ActivityKind kind, Action<Activity> fill, TokenCredential? credential = null, double ratio = 1)
    {
        var target = InsightsTarget.Create($"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={_collector.Address}/", credential, ratio);
        using (Sdk.CreateTracerProviderBuilder().AddSource(_source.Name).AddProcessor(new BatchActivityExportProcessor(target.Spans)).Build())
        {
            using var span = _source.StartActivity("outer", kind)!;
            fill(span);
        }

        target.Logs.Dispose();
        target.Metrics.Dispose();
        return [.. _collector.TextOf("/v2/track").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    private static JsonNode Data(JsonNode item) => item["data"]!["baseData"]!;

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token-of-the-identity", new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
