using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>Request units by operation, and nothing in them that tells whose document it was.</summary>
public sealed class CosmosMetricsTests
{
    [Fact]
    public async Task Every_operation_records_its_request_units()
    {
        var ct = TestContext.Current.CancellationToken;
        using var store = await CosmosStores.OpenAsync();
        var seen = new ConcurrentQueue<(string Instrument, double Units, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter == store.Meter)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, units, tags, _) =>
                seen.Enqueue((instrument.Name, units, string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))))
        );
        listener.Start();

        var version = await store.TryCreateAsync("p", "a", "{}"u8.ToArray(), ct);
        await store.TryReplaceAsync("p", "a", version!, "{}"u8.ToArray(), ct);
        await store.ReadAsync("p", "a", ct);
        await store.ReadAsync("p", "missing", ct);
        await store.ListAsync("p", null, 10, ct);
        await store.ChangesAsync("p", null, 10, ct);

        Assert.Equal("CddFunctions.Cosmos", store.Meter.Name);
        Assert.Equal(
            ["operation=create", "operation=replace", "operation=read", "operation=read", "operation=list", "operation=changes"],
            seen.Select(s => s.Tags),
            StringComparer.Ordinal
        );
        Assert.All(seen, s => Assert.Equal(("cdd.cosmos.request_units", 1.0), (s.Instrument, s.Units))); // the test server charges 1 for everything
    }
}
