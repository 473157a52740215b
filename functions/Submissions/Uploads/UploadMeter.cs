using System.Diagnostics;
using System.Diagnostics.Metrics;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Telemetry;

namespace CddFunctions.Submissions.Uploads;

/// <summary>Metric: files that were measured, by what they are and whether they can be taken at all.</summary>
public sealed class UploadMeter(IMeterFactory meters)
{
    private readonly Counter<long> _files = meters
        .Create(Signals.Name)
        .CreateCounter<long>("cdd.uploads", "{file}", "Files measured, by kind and fault");

    /// <returns>The facts, unchanged.</returns>
    public MediaFacts Count(MediaFacts facts)
    {
        _files.Add(1, new TagList { { Signals.Kind, facts.Type.ToString() }, { Signals.Outcome, facts.Fault?.Code ?? Outcomes.Ok } });
        return facts;
    }
}
