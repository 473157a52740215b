namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>How the host fires a timer and what it makes of the answer.</summary>
public sealed class TimerTickTests : IAsyncLifetime
{
    private readonly FakeApp _app = new();

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_tick_is_an_envelope_posted_to_the_functions_name()
    {
        var answer = await _app.Host.FireAsync("Good");
        await _app.Host.FireAsync("Good");

        Assert.Equal("done", (string)answer["Logs"]![0]!);
        var (first, second) = (_app.Left("ticks")[0], _app.Left("ticks")[1]);
        Assert.Equal(("POST", "/Good"), ((string)first["method"]!, (string)first["url"]!));
        Assert.Equal(("chunked", "application/json; charset=utf-8"), ((string)first["headers"]!["transfer-encoding"]!, (string)first["headers"]!["content-type"]!));
        Assert.StartsWith("127.0.0.1:", (string)first["headers"]!["host"]!, StringComparison.Ordinal);
        Assert.Equal($"Azure-Functions-Host/{Forwarding.HostVersion}", (string)first["headers"]!["user-agent"]!);
        Assert.NotNull(first["headers"]!["x-azure-functions-invocationid"]);
        Assert.Equal("Good", (string)first["envelope"]!["Metadata"]!["sys"]!["MethodName"]!);
        var (never, before) = (first["envelope"]!["Data"]!["tick"]!, second["envelope"]!["Data"]!["tick"]!);
        Assert.Equal((true, false), ((bool)never["Schedule"]!["AdjustForDST"]!, (bool)never["IsPastDue"]!));
        Assert.Equal("0001-01-01T00:00:00+00:00", (string)never["ScheduleStatus"]!["Last"]!);
        Assert.NotEqual("0001-01-01T00:00:00+00:00", (string)before["ScheduleStatus"]!["Last"]!);
        Assert.Equal(["Good"], _app.Host.Covered);
    }

    [Theory]
    [InlineData("Empty", "without a body")]
    [InlineData("NoContent", "without a body")]
    [InlineData("PlainText", "no JSON")]
    [InlineData("Broken", "no JSON")]
    [InlineData("List", "no JSON object")]
    [InlineData("Fails", "failed with 500")]
    [InlineData("Echo", "No timer")]
    public async Task An_answer_that_hangs_or_fails_the_real_host_fails_the_test(string timer, string why)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _app.Host.FireAsync(timer));

        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }
}
