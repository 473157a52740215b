using CddFunctions.Host;
using CddFunctions.Platform.Telemetry;
using CddFunctions.Platform.Timers;
using Microsoft.Extensions.Logging.Abstractions;

namespace CddFunctions.Tests.Host;

public sealed class TimerSchedulerTests
{
    private const string FiveMinutes = "0 */5 * * * *";
    private static readonly DateTimeOffset Start = new(2024, 5, 10, 2, 2, 30, TimeSpan.Zero);

    /// <summary>Notes when it ran. After the runs that are asked for it waits for the end.</summary>
    private sealed class Job(TimeProvider clock, int runs, Func<int, Task>? work = null) : ITimerJob
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Times { get; } = [];

        public Task Done => _done.Task;

        public async Task<string> RunAsync(CancellationToken ct)
        {
            Times.Add($"{clock.GetUtcNow():MM-dd HH:mm:ss.fff}");
            if (Times.Count == runs)
            {
                _done.SetResult();
                await Task.Delay(Timeout.Infinite, ct);
            }

            if (work is not null)
                await work(Times.Count);
            return "done";
        }
    }

    [Fact]
    public async Task A_job_runs_at_each_tick_of_its_schedule() =>
        Assert.Equal(["05-10 02:05:00.000", "05-10 02:10:00.000", "05-10 02:15:00.000"], await RunAsync(FiveMinutes, 3));

    [Fact]
    public async Task Schedules_are_in_UTC_and_begin_with_seconds() =>
        Assert.Equal(["05-10 19:30:10.000", "05-11 19:30:10.000"], await RunAsync("10 30 19 * * *", 2));

    [Fact]
    public async Task A_job_that_fails_runs_again_at_the_next_tick() =>
        Assert.Equal(
            ["05-10 02:05:00.000", "05-10 02:10:00.000"],
            await RunAsync(FiveMinutes, 2, work: _ => throw new InvalidOperationException("broken"))
        );

    [Fact]
    public async Task Ticks_that_go_by_while_a_job_runs_are_left_out()
    {
        var clock = new LeapingClock(Start);

        Assert.Equal(
            ["05-10 02:05:00.000", "05-10 02:20:00.000"],
            await RunAsync(
                FiveMinutes,
                2,
                clock,
                work: _ =>
                {
                    clock.Now += TimeSpan.FromMinutes(12);
                    return Task.CompletedTask;
                }
            )
        );
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_over_many_ticks_makes_one_run()
    {
        var clock = new LeapingClock(Start);
        var there = Start.AddDays(30);
        clock.Jump = now => now > Start.AddMinutes(1) && now < there ? there : null;

        Assert.Equal(["06-09 02:02:30.000", "06-09 02:05:00.000"], await RunAsync(FiveMinutes, 2, clock));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_waits_for_the_next_tick_of_its_new_time()
    {
        var clock = new LeapingClock(Start);
        var jumped = false;
        clock.Jump = now => jumped || now < Start.AddMinutes(1) ? null : (jumped = true, Start.AddDays(-9)).Item2;

        Assert.Equal(["05-01 02:05:00.000"], await RunAsync(FiveMinutes, 1, clock));
    }

    [Fact]
    public async Task The_clock_is_looked_at_every_fifteen_seconds_because_it_may_jump()
    {
        var clock = new LeapingClock(Start);

        await RunAsync(FiveMinutes, 1, clock);

        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(15), 10), clock.Waits);
    }

    [Theory]
    [InlineData(true, "05-10 02:02:30.000")]
    [InlineData(false, "05-10 02:05:00.000")]
    public async Task Only_what_says_so_runs_at_the_start(bool atStart, string first) =>
        Assert.Equal(first, (await RunAsync(FiveMinutes, 1, atStart: atStart))[0]);

    [Fact]
    public async Task A_job_that_hangs_keeps_no_other_from_running()
    {
        var clock = new LeapingClock(Start);
        var hangs = new Job(clock, 1);
        var runs = new Job(clock, 3);

        await RunAsync(clock, [(hangs, true), (runs, false)]);

        Assert.Equal((1, 3), (hangs.Times.Count, runs.Times.Count));
    }

    private static async Task<List<string>> RunAsync(
        string schedule,
        int runs,
        LeapingClock? clock = null,
        Func<int, Task>? work = null,
        bool atStart = false
    )
    {
        clock ??= new(Start);
        var job = new Job(clock, runs, work);
        await RunAsync(clock, [(job, atStart)], schedule);
        return job.Times;
    }

    private static async Task RunAsync(LeapingClock clock, (Job Job, bool AtStart)[] jobs, string schedule = FiveMinutes)
    {
        var services = new OneOfEach(jobs.Select(j => j.Job));
        using var scheduler = new TimerScheduler(
            jobs.Select((j, i) => new TimerDefinition("Test", schedule, OneOfEach.Key(i), j.AtStart)),
            services,
            clock,
            NullLogger<TimerScheduler>.Instance
        );
        await scheduler.StartAsync(CancellationToken.None);
        await Task.WhenAll(jobs.Select(j => j.Job.Done)).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await scheduler.StopAsync(CancellationToken.None);
    }

    /// <summary>A container in which two jobs of one class can be told apart.</summary>
    private sealed class OneOfEach(IEnumerable<ITimerJob> jobs) : IServiceProvider
    {
        private static readonly Type[] Keys = [typeof(int), typeof(long)];
        private readonly List<ITimerJob> _jobs = [.. jobs];
        private readonly ServiceProvider _others = new ServiceCollection()
            .AddMetrics()
            .AddSingleton<StoreOutages>()
            .AddSingleton<TimerRuns>()
            .BuildServiceProvider();

        public static Type Key(int i) => Keys[i];

        public object? GetService(Type serviceType) =>
            Array.IndexOf(Keys, serviceType) is >= 0 and var i ? _jobs[i] : _others.GetService(serviceType);
    }
}
