namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>Between the SDK and the test server: stops a process at one of its requests for items, for a while or for good.</summary>
/// <param name="at">Whether it stops at this request, which is its n-th.</param>
/// <param name="arrives">Whether the service carries that request out before the process stops.</param>
internal sealed class StoppingNetwork(Func<HttpRequestMessage, int, bool> at, bool arrives) : DelegatingHandler(new HttpClientHandler())
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    public Task Stopped => _stopped.Task;

    public void GoOn() => _goOn.SetResult();

    /// <summary>A create, replace or upsert in a partition.</summary>
    public static bool Writes(HttpRequestMessage request, string partition) =>
        request.Method != HttpMethod.Get
        && request.Content?.Headers.ContentType?.MediaType is not "application/query+json"
        && request.Headers.TryGetValues("x-ms-documentdb-partitionkey", out var key)
        && key.Single().Contains($"\"{partition}\"", StringComparison.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.AbsolutePath.Contains("/docs", StringComparison.Ordinal) != true)
            return await base.SendAsync(request, cancellationToken);

        if (!_stopped.Task.IsCompleted && !at(request, Interlocked.Increment(ref _requests)))
            return await base.SendAsync(request, cancellationToken);

        var first = _stopped.TrySetResult();
        var answer = first && arrives ? await base.SendAsync(request, cancellationToken) : null;
        await _goOn.Task.WaitAsync(cancellationToken);
        return answer ?? await base.SendAsync(request, cancellationToken);
    }
}
