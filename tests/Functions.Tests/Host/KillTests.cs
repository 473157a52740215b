using System.Collections.Concurrent;
using System.Globalization;
using CddFunctions.Tests.Adapters;

namespace CddFunctions.Tests.Host;

/// <summary>What a 201 promises, tried on the process that people run: kill -9 in the middle of work, twenty times.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;
    private const int Officers = 16;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cdd-kill-");
    private readonly ConcurrentDictionary<string, string> _receipts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _unanswered = new();

    [Fact]
    public async Task Every_hand_in_that_was_answered_survives_twenty_kills_and_none_is_stored_twice()
    {
        var port = Ports.Free();
        for (var round = 0; round < Kills; round++)
        {
            using var server = await ServerProcess.StartAsync(_data.FullName, port);
            Assert.Equal(port, server.Address.Port);
            using var client = new HandInClient(server.Address);
            await CheckAsync(client);
            await SendUntilKilledAsync(server, client, round);
        }

        using var last = await ServerProcess.StartAsync(_data.FullName, port);
        using var reader = new HandInClient(last.Address);
        await CheckAsync(reader);
        Assert.True(_receipts.Count > Kills * Officers, $"only {_receipts.Count} hand-ins were answered");
    }

    public void Dispose() => _data.Delete(recursive: true);

    /// <summary>Kills the process while the officers still send; how many answers it waits for differs from round to round.</summary>
    private async Task SendUntilKilledAsync(ServerProcess server, HandInClient client, int round)
    {
        var answers = 0;
        var enough = Officers + (round * 7 % 50);
        var kill = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = Enumerable
            .Range(0, Officers)
            .Select(officer =>
                Task.Run(async () =>
                {
                    for (var i = 0; await SendAsync(client, $"{round}-{officer}-{i}", officer); i++)
                    {
                        if (Interlocked.Increment(ref answers) == enough)
                            kill.SetResult();
                    }
                })
            )
            .ToList();

        var stopped = Task.WhenAll(sending);
        Assert.Same(kill.Task, await Task.WhenAny(kill.Task, stopped));
        server.Kill();
        await stopped;
    }

    private async Task<bool> SendAsync(HandInClient client, string key, int officer)
    {
        try
        {
            _receipts[key] = await client.SendAsync(HandInClient.UnitOf(officer), key);
            return true;
        }
        catch (HttpRequestException e) when (e.StatusCode is null)
        {
            _unanswered.Enqueue(key); // no answer at all: whether it was stored is open
            return false;
        }
    }

    private async Task CheckAsync(HandInClient client)
    {
        Assert.Equal("ok", SqliteIntegrity.Check(Path.Combine(_data.FullName, "cdd.db")));
        var stored = await client.ReceiptsAsync();
        Assert.Empty(_receipts.Values.Except(stored, StringComparer.Ordinal));

        // None without its entry, no entry without its hand-in, none twice.
        Assert.Equal(stored.Order(StringComparer.Ordinal), (await client.EnteredAsync()).Order(StringComparer.Ordinal));

        // Whoever got no answer sends again under the same key, and everything is there exactly once.
        while (_unanswered.TryDequeue(out var key))
            _receipts[key] = await client.SendAsync(HandInClient.UnitOf(Officer(key)), key);
        Assert.Equal(_receipts.Values.Order(StringComparer.Ordinal), (await client.ReceiptsAsync()).Order(StringComparer.Ordinal));
    }

    private static int Officer(string key) => int.Parse(key.Split('-')[1], CultureInfo.InvariantCulture);
}
