using System.Text.RegularExpressions;
using CddFunctions.Tests.Http.Heads;

namespace CddFunctions.Tests.Http;

/// <summary>That the HTTP suite is whole on every head.</summary>
[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed partial class HeadsTests
{
    /// <summary>
    /// ./test runs the classes with the trait "http" once more on each head: one without it would be left out in silence.
    /// Those that only look at pages say so ("looks"): how a page looks comes from no head.
    /// </summary>
    [Fact]
    public void Every_class_that_starts_a_server_is_in_the_suite()
    {
        var classes = Repository
            .Files("tests/Functions.Tests", "*Tests.cs")
            .Select(f => (File: f, Text: Repository.Read(f)))
            .Where(f => StartsServer().IsMatch(f.Text))
            .ToList();

        Assert.True(classes.Count > 15, $"only {classes.Count} classes");
        Assert.Empty(
            classes
                .Where(f =>
                    !f.Text.Contains("[Trait(\"suite\", \"http\")]", StringComparison.Ordinal)
                    && !f.Text.Contains("[Trait(\"suite\", \"looks\")]", StringComparison.Ordinal)
                )
                .Select(f => f.File)
        );
    }

    [Theory]
    [InlineData("WatchBallots")]
    [InlineData("CloseWindows")]
    [InlineData("Housekeeping")]
    [InlineData("RefreshExports")]
    public async Task Every_timer_may_fire_twice(string timer)
    {
        TestHead.NeedsTimers();
        await using var server = await TestServer.StartAsync();

        await server.FireAsync(timer);
        await server.FireAsync(timer);
    }

    /// <summary>Nothing else leads to the timers of that head. It looks at its clock every 15 seconds.</summary>
    [Fact]
    public async Task A_process_of_its_own_fires_every_timer_itself()
    {
        TestHead.NeedsOwnTimers();
        await using var server = await TestServer.StartAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));

        string[] timers = ["CloseWindows", "Housekeeping", "RefreshExports", "WatchBallots"];
        while (!timers.All(t => server.Log.Contains($"{t}: ", StringComparison.Ordinal)))
        {
            // Again and again: the scheduler may not have begun to wait when the address was printed
            server.Clock.Now += TimeSpan.FromDays(1);
            await Task.Delay(TimeSpan.FromSeconds(1), patience.Token);
        }

        Array.ForEach(timers, Reached.Note);
    }

    /// <summary>The last step of ./test, after the parts of the heads: what is marked reaches everything there is.</summary>
    [Theory(Explicit = true)]
    [InlineData("embedded")]
    [InlineData("functions")]
    public async Task Every_endpoint_and_every_timer_has_run_on_the_head(string head)
    {
        var missing = await Reached.MissingAsync(head);
        Assert.True(missing.Count == 0, string.Join(Environment.NewLine, missing));
    }

    /// <summary>A head that is not the one that was asked for would make three runs out of one.</summary>
    [Fact]
    public async Task The_server_is_the_head_that_was_asked_for()
    {
        await using var server = await TestServer.StartAsync();

        var health = (await TestServer.GetAsync(server.Anyone, "/api/health")).Must(200).Json;

        var documents = (string)health["storage"]!["documents"]!;
        var files = (string)health["storage"]!["files"]!;
        var azure = TestHead.BehindHost;
        Assert.Equal((azure, azure ? "blob" : "folder"), (documents.StartsWith("cosmos", StringComparison.Ordinal), files));
        Assert.True((bool)health["rehearsal"]!);
        Assert.Equal(server.Clock.Now, (DateTimeOffset)health["now"]!);
    }

    [GeneratedRegex(@"\bTestServer\.StartAsync\(|IClassFixture<PagesSite>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StartsServer();
}
