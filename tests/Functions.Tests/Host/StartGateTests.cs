using CddFunctions.Host;

namespace CddFunctions.Tests.Host;

public sealed class StartGateTests
{
    private readonly StartGate _gate = new();
    private int _passed;

    [Theory]
    [InlineData("GET", "/", true)]
    [InlineData("HEAD", "/", true)]
    [InlineData("POST", "/", false)]
    [InlineData("GET", "/api/health", false)]
    [InlineData("GET", "", false)]
    public void Only_the_probe_is_answered_before_the_gate_opens(string method, string path, bool answered)
    {
        Assert.Equal(answered, Send(method, path).IsCompletedSuccessfully);
        Assert.Equal(0, _passed);
    }

    [Fact]
    public async Task What_waited_passes_once_the_gate_opens()
    {
        var waiting = Send("GET", "/api/health");
        _gate.Open();
        await waiting;
        Assert.Equal(1, _passed);

        await Send("POST", "/api/campaigns");
        Assert.Equal(2, _passed);
    }

    [Fact]
    public async Task A_client_that_gives_up_does_not_wait_on()
    {
        using var gone = new CancellationTokenSource();
        var waiting = Send("GET", "/api/health", gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, _passed);
    }

    private Task Send(string method, string path, CancellationToken aborted = default)
    {
        var context = new DefaultHttpContext { RequestAborted = aborted };
        (context.Request.Method, context.Request.Path) = (method, path);
        return _gate.PassAsync(context, _ =>
        {
            _passed++;
            return Task.CompletedTask;
        });
    }
}
