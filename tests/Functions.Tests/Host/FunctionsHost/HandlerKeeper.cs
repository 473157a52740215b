namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>
/// Keeps the custom handler running as the host does. An exit code other than 0, or no answer to the probe within 30 seconds, is an
/// error: the handler starts again at once, and the third error ends the host. After exit code 0 it is never started again and
/// every request fails. Whoever needs the handler before it is ready waits.
/// </summary>
internal sealed class HandlerKeeper(FunctionApp app, IReadOnlyDictionary<string, string> environment, HttpMessageInvoker client) : IAsyncDisposable
{
    private const int MostErrors = 3;

    /// <summary>"Start me again": no error.</summary>
    private const int IntentionalRestart = 200;

    private readonly ProcessLog _log = new();
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _gaveUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<Handler?> _ready = NotYet();
    private Handler? _current, _killed;
    private bool _stopping;
    private Task _keeping = Task.CompletedTask;

    public int Port { get; } = Ports.Free();

    /// <summary>Processes started until now.</summary>
    public int Starts { get; private set; }

    public ProcessLog Log => _log;

    /// <summary>Ends when the host would end itself: "Exceeded http worker restart retry count".</summary>
    public Task GaveUp => _gaveUp.Task;

    public void Start() => _keeping = KeepAsync();

    /// <summary>The handler as soon as it answers; null when it ended in order and will not come back.</summary>
    public Task<Handler?> ReadyAsync(CancellationToken ct)
    {
        lock (_gate)
            return _ready.Task.WaitAsync(ct);
    }

    /// <summary>A function took too long: the host kills its whole handler and starts it again; that is no error of the handler.</summary>
    public void KillSlow(Handler handler)
    {
        lock (_gate)
        {
            if (_killed != handler && _current == handler)
                (_killed = handler).Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _stopping = true;
            if (_current?.ExitCode is { } code)
                _log.Add($"Host: the handler had exited with {code}.");
            _current?.Kill();
        }

        await _keeping;
        _current?.Dispose();
    }

    private async Task KeepAsync()
    {
        for (var errors = 0; errors < MostErrors;)
        {
            if (Begin() is not { } handler)
                return;

            var answers = await handler.AnswersAsync(client, Port);
            if (answers)
                _ready.TrySetResult(handler);
            else
                handler.Kill();
            var code = await handler.ExitAsync();
            if (_stopping || !GoOn(handler, code, ref errors))
                return;
        }

        _ready.TrySetException(new InvalidOperationException($"Exceeded http worker restart retry count: {_log.Text}"));
        _gaveUp.TrySetResult();
    }

    private Handler? Begin()
    {
        lock (_gate)
        {
            if (_stopping)
                return null;
            _current?.Dispose();
            Starts++;
            return _current = Handler.Start(app, Port, environment, _log);
        }
    }

    /// <summary>Whether it is started again; from now on requests wait, or fail for good.</summary>
    private bool GoOn(Handler handler, int code, ref int errors)
    {
        lock (_gate)
        {
            _ready = _ready.Task.IsCompleted ? NotYet() : _ready;
            if (!_stopping)
                _log.Add($"Host: the handler exited with {code}.");
            if (code == 0)
            {
                _ready.SetResult(null);
                return false;
            }

            if (code != IntentionalRestart && _killed != handler)
                errors++;
            return true;
        }
    }

    private static TaskCompletionSource<Handler?> NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
