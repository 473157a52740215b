using System.Diagnostics;

namespace CddFunctions.Platform.Telemetry;

/// <summary>Names under which the application itself reports, and the tags that its own spans and metrics may carry.</summary>
public static class Signals
{
    public const string Name = "CddFunctions";

    /// <summary>Problem code of a refusal, <c>ok</c>, <c>failed</c> or <c>aborted</c>.</summary>
    public const string Outcome = "cdd.outcome";

    /// <summary>Kind of a file as measured: <c>Pdf</c>, <c>Mp4</c>….</summary>
    public const string Kind = "cdd.kind";

    public const string Timer = "cdd.timer";
    public const string Campaign = "cdd.campaign";
    public const string Rows = "cdd.rows";

    /// <summary>
    /// Spans of what the application does by itself (timers) or takes long over (exports). They cost nothing while nobody listens.
    /// </summary>
    public static readonly ActivitySource Source = new(Name);
}
