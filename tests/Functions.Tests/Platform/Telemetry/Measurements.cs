using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CddFunctions.Tests.Platform.Telemetry;

/// <summary>Hears the metrics of one application and no other of the same process: <c>name tag=value… = number</c>.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _heard = new();

    public Measurements(IMeterFactory of)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == of && instrument.Meter.Name == "CddFunctions")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, tags, $" = {value}"));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags, ""));
        _listener.Start();
    }

    /// <summary>Times are left out.</summary>
    public IEnumerable<string> Heard => _heard;

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags, string value) =>
        _heard.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}{value}");
}
