using System.Diagnostics.Metrics;

namespace CddFunctions.Platform.Telemetry;

/// <summary>How often work had to be put off because a store was busy beyond its budget, full or unreachable.</summary>
public sealed class StoreOutages(IMeterFactory meters)
{
    private readonly Counter<long> _outages = meters
        .Create(Signals.Name)
        .CreateCounter<long>("cdd.store.outages", "{outage}", "Requests and timer runs that met an unavailable store");

    public void Add() => _outages.Add(1);
}
