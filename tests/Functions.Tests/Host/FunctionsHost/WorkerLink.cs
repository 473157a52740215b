using System.Collections.Concurrent;
using System.Threading.Channels;
using CddFunctions.Tests.Host.FunctionsHost.Protocol;
using Grpc.Core;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>The host's end of the stream that a worker opens: questions with their answers, and the worker's log.</summary>
internal sealed class WorkerLink(string workerId, ProcessLog log) : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<StreamingMessage> _out = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _awaited = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the worker is there.</summary>
    public Task StartedAsync() => AnswerAsync("start");

    public async Task<WorkerInitResponse> InitAsync(string root) =>
        (
            await AskAsync(
                "init",
                new()
                {
                    WorkerInitRequest = new()
                    {
                        HostVersion = Forwarding.HostVersion,
                        WorkerDirectory = root,
                        FunctionAppDirectory = root,
                    },
                }
            )
        ).WorkerInitResponse;

    public async Task<FunctionMetadataResponse> MetadataAsync(string root) =>
        (await AskAsync("metadata", new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = root } })).FunctionMetadataResponse;

    public async Task<StatusResult> LoadAsync(RpcFunctionMetadata function) => (
            await AskAsync(
                $"load {function.FunctionId}",
                new()
                {
                    FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function },
                }
            )
        ).FunctionLoadResponse.Result;

    public async Task<StatusResult> InvokeAsync(string invocation, string function, string binding, TypedData data)
    {
        var call = new InvocationRequest
        {
            InvocationId = invocation,
            FunctionId = function,
            TraceContext = new(),
        };
        call.InputData.Add(new ParameterBinding { Name = binding, Data = data });
        return (await AskAsync($"call {invocation}", new() { InvocationRequest = call })).InvocationResponse.Result;
    }

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context
    )
    {
        var sending = SendAsync(responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
                Take(message);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // killed, as the host does it
        }
        finally
        {
            _out.Writer.TryComplete();
            _ended.TrySetResult();
            await sending;
        }
    }

    private async Task SendAsync(IServerStreamWriter<StreamingMessage> stream, CancellationToken ct)
    {
        try
        {
            await foreach (var message in _out.Reader.ReadAllAsync(ct))
                await stream.WriteAsync(message, ct);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            // nobody is there any more
        }
    }

    private Task<StreamingMessage> AskAsync(string key, StreamingMessage question)
    {
        question.RequestId = Guid.NewGuid().ToString();
        var answer = AnswerAsync(key);
        _out.Writer.TryWrite(question);
        return answer;
    }

    private async Task<StreamingMessage> AnswerAsync(string key)
    {
        var answer = Awaited(key).Task;
        if (await Task.WhenAny(answer, _ended.Task) != answer)
            throw new InvalidOperationException($"The worker ended before its answer: {key}. {log.Text}");
        _awaited.TryRemove(key, out _);
        return await answer;
    }

    private TaskCompletionSource<StreamingMessage> Awaited(string key) =>
        _awaited.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Take(StreamingMessage message)
    {
        if (message.ContentCase is StreamingMessage.ContentOneofCase.RpcLog)
            log.Add(Line(message.RpcLog));
        else if (KeyOf(message) is { } key)
            Awaited(key).TrySetResult(message);
    }

    private static string Line(RpcLog line) =>
        $"{line.Level} {line.Category}: {line.Message} {line.Exception?.Message} {line.Exception?.StackTrace}";

    private string? KeyOf(StreamingMessage message) =>
        message.ContentCase switch
        {
            StreamingMessage.ContentOneofCase.StartStream => string.Equals(message.StartStream.WorkerId, workerId, StringComparison.Ordinal)
                ? "start"
                : null,
            StreamingMessage.ContentOneofCase.WorkerInitResponse => "init",
            StreamingMessage.ContentOneofCase.FunctionMetadataResponse => "metadata",
            StreamingMessage.ContentOneofCase.FunctionLoadResponse => $"load {message.FunctionLoadResponse.FunctionId}",
            StreamingMessage.ContentOneofCase.InvocationResponse => $"call {message.InvocationResponse.InvocationId}",
            _ => null,
        };
}
