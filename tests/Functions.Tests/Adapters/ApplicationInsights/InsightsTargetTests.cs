using System.Diagnostics;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using CddFunctions.Adapters.ApplicationInsights;
using CddFunctions.Tests.Platform.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CddFunctions.Tests.Adapters.ApplicationInsights;

/// <summary>What Application Insights is told about a span. The whole way through the application is in PrivacyTests.</summary>
public sealed class InsightsTargetTests : IAsyncLifetime
{
    private readonly ActivitySource _source = new($"test {Guid.NewGuid()}");
    private Collector _collector = null!;

    public async ValueTask InitializeAsync() => _collector = await Collector.StartAsync();

    [Theory]
    [InlineData(ActivityKind.Server, 200, "Request", true)]
    [InlineData(ActivityKind.Server, 422, "Request", true)]
    [InlineData(ActivityKind.Server, 499, "Request", true)]
    [InlineData(ActivityKind.Server, 500, "Request", false)]
    [InlineData(ActivityKind.Client, 399, "RemoteDependency", true)]
    [InlineData(ActivityKind.Client, 400, "RemoteDependency", false)]
    public void A_refusal_of_ours_is_no_failure_and_one_that_we_meet_is(ActivityKind kind, int status, string table, bool success)
    {
        // As ASP.NET Core and HttpClient do.
        var error = status >= (kind is ActivityKind.Client ? 400 : 500);
        var item = Sent(
            kind,
            s =>
                s.SetTag("http.request.method", "GET")
                    .SetTag("http.response.status_code", status)
                    .SetStatus(error ? ActivityStatusCode.Error : ActivityStatusCode.Unset)
        )[0];

        Assert.Equal((table, success), ((string)item["name"]!, (bool)Data(item)["success"]!));
        Assert.Equal($"{status}", (string)(Data(item)["responseCode"] ?? Data(item)["resultCode"])!);
    }

    [Theory]
    [InlineData(ActivityKind.Consumer, ActivityStatusCode.Error, "Request", false)]
    [InlineData(ActivityKind.Consumer, ActivityStatusCode.Unset, "Request", true)]
    [InlineData(ActivityKind.Internal, ActivityStatusCode.Unset, "RemoteDependency", true)]
    public void A_timer_is_a_request_and_an_export_a_part_of_one(ActivityKind kind, ActivityStatusCode status, string table, bool success)
    {
        var item = Sent(kind, s => s.SetStatus(status))[0];

        Assert.Equal((table, success), ((string)item["name"]!, (bool)Data(item)["success"]!));
    }

    [Fact]
    public void Parent_and_child_carry_the_ids_of_the_trace()
    {
        Activity? inner = null;
        var items = Sent(
            ActivityKind.Server,
            _ =>
            {
                using var child = _source.StartActivity("inner");
                inner = child;
            }
        );

        var child = items.Single(i => (string)Data(i)["name"]! == "inner");
        var parent = items.Single(i => (string)Data(i)["name"]! == "outer");
        Assert.Equal(inner!.TraceId.ToHexString(), (string)parent["tags"]!["ai.operation.id"]!);
        Assert.Equal(inner.TraceId.ToHexString(), (string)child["tags"]!["ai.operation.id"]!);
        Assert.Equal((string)Data(parent)["id"]!, (string)child["tags"]!["ai.operation.parentId"]!);
        Assert.Null(parent["tags"]!["ai.operation.parentId"]);
    }

    [Fact]
    public void The_share_that_was_kept_is_told()
    {
        var kept = Sent(ActivityKind.Server, _ => { }, ratio: 0.25, times: 400);

        Assert.InRange(kept.Count, 50, 150);
        Assert.All(kept, i => Assert.Equal(25, (double)i["sampleRate"]!));
    }

    [Fact]
    public void The_machine_is_not_named()
    {
        var tags = Sent(ActivityKind.Server, _ => { }).SelectMany(i => i["tags"]!.AsObject()).Select(t => (string?)t.Value).ToList();

        Assert.Contains("one-process", tags);
        Assert.DoesNotContain(Environment.MachineName, tags);
    }

    [Fact]
    public void The_exporter_says_nothing_of_itself() =>
        Assert.Equal(["Request"], Sent(ActivityKind.Server, _ => { }).Select(i => (string)i["name"]!));

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

    private List<JsonNode> Sent(
        ActivityKind kind,
        Action<Activity> fill,
        TokenCredential? credential = null,
        double ratio = 1,
        int times = 1
    )
    {
        // A token goes over HTTPS only.
        var endpoint = _collector.Address.Replace("http:", "https:", StringComparison.Ordinal);
        using var transport = new HttpClientTransport(new Plainly());
        var target = new InsightsTarget(
            $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={endpoint}/",
            credential,
            ratio,
            transport
        ).Create();
        var builder = Sdk.CreateTracerProviderBuilder()
            .AddSource(_source.Name)
            .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService("made-up", serviceInstanceId: "one-process"));
        target.Spans(builder);
        using (builder.Build())
        {
            for (var n = 0; n < times; n++)
            {
                using var span = _source.StartActivity("outer", kind)!;
                fill(span);
            }
        }

        return
        [
            .. _collector.TextOf("/v2.1/track").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!),
        ];
    }

    private static JsonNode Data(JsonNode item) => item["data"]!["baseData"]!;

    /// <summary>Takes HTTPS to where HTTP listens.</summary>
    private sealed class Plainly() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.Send(Plain(request), cancellationToken);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.SendAsync(Plain(request), cancellationToken);

        private static HttpRequestMessage Plain(HttpRequestMessage request)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = "http" }.Uri;
            return request;
        }
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token-of-the-identity", new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
