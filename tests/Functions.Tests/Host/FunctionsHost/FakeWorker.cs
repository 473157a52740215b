using System.Text.Json.Nodes;
using CddFunctions.Tests.Host.FunctionsHost.Protocol;
using Grpc.Core;
using Grpc.Net.Client;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>A worker of a few lines inside the test: speaks the protocol, has an HTTP server, and does what the test wants.</summary>
internal sealed class FakeWorker : IWorker
{
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _site;
    private GrpcChannel? _channel;

    /// <param name="mostBytes">Of a body that its server takes.</param>
    public FakeWorker(long mostBytes = Forwarding.MostBytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = mostBytes);
        _site = builder.Build();
        _site.Urls.Add("http://127.0.0.1:0");
        _site.Run(http => Answer(http));
    }

    public Task<string> Ended => _ended.Task;

    /// <summary>Its functions, each with its trigger as JSON.</summary>
    public List<(string Name, string Trigger)> Functions { get; } = [];

    public RequestDelegate Answer { get; set; } = http => http.Response.WriteAsync("hello");

    /// <summary>Why an invocation fails, by the id of its function; null = it succeeds.</summary>
    public Func<string, string?> Failure { get; set; } = _ => null;

    /// <summary>Why a function cannot be loaded.</summary>
    public Func<string, string?> LoadFailure { get; set; } = _ => null;

    public List<InvocationRequest> Invocations { get; } = [];

    public static FunctionApp App(TimeSpan? timeout = null) => new("/nowhere", [], "api", timeout ?? TimeSpan.FromMinutes(1));

    public Task<StandIn> StartHostAsync(TimeSpan? timeout = null) =>
        StandIn.StartAsync(App(timeout), Begin, TestContext.Current.CancellationToken);

    public void Kill()
    {
        _channel?.Dispose();
        _ended.TrySetResult("killed");
    }

    public void Dispose() => _site.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private FakeWorker Begin(WorkerStart start)
    {
        _channel = GrpcChannel.ForAddress(start.Host);
        _ = Task.Run(() => TalkAsync(new FunctionRpc.FunctionRpcClient(_channel), start.WorkerId));
        return this;
    }

    private async Task TalkAsync(FunctionRpc.FunctionRpcClient host, string id)
    {
        try
        {
            await _site.StartAsync();
            using var stream = host.EventStream();
            await stream.RequestStream.WriteAsync(new() { StartStream = new() { WorkerId = id } });
            await foreach (var message in stream.ResponseStream.ReadAllAsync())
                await stream.RequestStream.WriteAsync(Reply(message));
        }
        catch (Exception e) when (e is Grpc.Core.RpcException or OperationCanceledException or ObjectDisposedException)
        {
            // the host has ended it
        }
    }

    private StreamingMessage Reply(StreamingMessage asked)
    {
        switch (asked.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.WorkerInitRequest:
                var here = new WorkerInitResponse { Result = Result(null), Capabilities = { ["HttpUri"] = _site.Urls.First() } };
                return new() { WorkerInitResponse = here };
            case StreamingMessage.ContentOneofCase.FunctionsMetadataRequest:
                var found = Functions.Select(f => new RpcFunctionMetadata
                {
                    Name = f.Name,
                    FunctionId = f.Name,
                    RawBindings = { f.Trigger },
                });
                return new()
                {
                    FunctionMetadataResponse = new() { Result = Result(null), FunctionMetadataResults = { found } },
                };
            case StreamingMessage.ContentOneofCase.FunctionLoadRequest:
                var load = asked.FunctionLoadRequest;
                return new()
                {
                    FunctionLoadResponse = new() { FunctionId = load.FunctionId, Result = Result(LoadFailure(load.FunctionId)) },
                };
            case StreamingMessage.ContentOneofCase.InvocationRequest:
                var call = asked.InvocationRequest;
                Invocations.Add(call);
                return new()
                {
                    InvocationResponse = new() { InvocationId = call.InvocationId, Result = Result(Failure(call.FunctionId)) },
                };
            default:
                throw new InvalidOperationException($"{asked.ContentCase}");
        }
    }

    public void AddHttp(string name, string route, params string[] methods) =>
        Functions.Add(
            (
                name,
                new JsonObject
                {
                    ["type"] = "httpTrigger",
                    ["name"] = "request",
                    ["route"] = route,
                    ["authLevel"] = "Anonymous",
                    ["methods"] = new JsonArray([.. methods.Select(m => (JsonNode)m)]),
                }.ToJsonString()
            )
        );

    public void AddTimer(string name) =>
        Functions.Add(
            (
                name,
                new JsonObject
                {
                    ["type"] = "timerTrigger",
                    ["name"] = "timer",
                    ["schedule"] = "0 0 * * * *",
                }.ToJsonString()
            )
        );

    private static StatusResult Result(string? failure) =>
        failure is null
            ? new() { Status = StatusResult.Types.Status.Success }
            : new()
            {
                Status = StatusResult.Types.Status.Failure,
                Exception = new() { Message = failure },
            };
}
