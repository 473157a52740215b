using CddFunctions.Platform.Timers;
using Microsoft.Extensions.Logging.Abstractions;

namespace CddFunctions.Tests.Platform.Timers;

public sealed class HousekeepingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_run_in_order_and_say_what_they_removed()
    {
        var order = new List<string>();

        Assert.Equal("b: 2 removed; c: 1 removed", await RunAsync(Part("a", 0, order), Part("b", 2, order), Part("c", 1, order)));
        Assert.Equal(["a", "b", "c"], order);
        Assert.Equal("nothing to do", await RunAsync(Part("a", 0, order)));
    }

    [Fact]
    public async Task A_part_that_fails_does_not_keep_the_others_from_running_and_the_run_then_fails()
    {
        var order = new List<string>();

        var failure = await Assert.ThrowsAsync<AggregateException>(() =>
            RunAsync(
                new HousekeepingPart("broken", _ => throw new InvalidOperationException("x")),
                Part("b", 2, order),
                new HousekeepingPart("broken too", _ => Task.FromException<int>(new IOException("y"))),
                Part("c", 0, order)
            )
        );

        Assert.Equal(["b", "c"], order);
        Assert.StartsWith("failed: broken, broken too (others: b: 2 removed)", failure.Message);
        Assert.Equal([typeof(InvalidOperationException), typeof(IOException)], failure.InnerExceptions.Select(e => e.GetType()));
    }

    [Fact]
    public async Task When_the_application_stops_no_further_part_begins()
    {
        using var stop = new CancellationTokenSource();
        var order = new List<string>();
        HousekeepingPart[] parts =
        [
            new(
                "stopping",
                async ct =>
                {
                    await stop.CancelAsync();
                    ct.ThrowIfCancellationRequested();
                    return 0;
                }
            ),
            Part("b", 1, order),
        ];

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            new Housekeeping(parts, NullLogger<Housekeeping>.Instance).RunAsync(stop.Token)
        );

        Assert.Empty(order);
    }

    private static Task<string> RunAsync(params HousekeepingPart[] parts) =>
        new Housekeeping(parts, NullLogger<Housekeeping>.Instance).RunAsync(Ct);

    private static HousekeepingPart Part(string what, int removed, List<string> order) =>
        new(
            what,
            _ =>
            {
                order.Add(what);
                return Task.FromResult(removed);
            }
        );
}
