namespace CddFunctions.Host;

/// <summary>
/// The Functions host asks <c>GET /</c> until anything answers and then lets requests through. So that is answered from the first moment,
/// and everything else waits here until the campaigns are in force. Where the port opens last, the gate is open before it.
/// </summary>
public sealed class StartGate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _open.TrySetResult();

    public Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (IsProbe(context.Request))
            return context.Response.WriteAsync("CddFunctions", context.RequestAborted);

        return _open.Task.IsCompleted ? next(context) : WaitAsync(context, next);
    }

    private async Task WaitAsync(HttpContext context, RequestDelegate next)
    {
        await _open.Task.WaitAsync(context.RequestAborted);
        await next(context);
    }

    private static bool IsProbe(HttpRequest request) =>
        request.Path.Value is "/" && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
}
