using System.Collections.Frozen;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// What may leave the machine, by name. Everything that is not named here is dropped, so a new attribute of a library or a
/// new value in a log line is silent until somebody has decided that it holds no personal data and no secret.
/// </summary>
public static class Allowed
{
    private const string Ours = "CddFunctions.";

    /// <summary>Sources of spans that are listened to.</summary>
    public static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", Signals.Name];

    private static readonly FrozenSet<string> Tags = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "url.scheme",
        "network.protocol.version",
        "error.type",
        "aspnetcore.request.is_unhandled",
        Signals.Outcome,
        Signals.Kind,
        Signals.Timer,
        Signals.Campaign,
        Signals.Rows
    );

    /// <summary>
    /// Tags that only spans of outgoing calls keep: there the host names are ours, but callers choose those of incoming calls.
    /// </summary>
    private static readonly FrozenSet<string> ClientTags = FrozenSet.Create(StringComparer.Ordinal, "server.address", "server.port");

    /// <summary>
    /// Values in our own log templates. Codes, routes, names of timers and of the operator's own files, counts, random ids,
    /// ids of tasks and units of the definition.
    /// </summary>
    private static readonly FrozenSet<string> LogValues = FrozenSet.Create(
        StringComparer.Ordinal,
        "Method",
        "Route",
        "Code",
        "Deed",
        "Task",
        "Unit",
        "Link",
        "Upload",
        "CampaignFile",
        "Rule",
        "FaultPath",
        "Fault",
        "Timer",
        "Late",
        "Done",
        "Thing",
        "Note",
        "Write"
    );

    public static bool Tag(string name, bool client) => Tags.Contains(name) || (client && ClientTags.Contains(name));

    /// <summary>
    /// True for values of our own log templates only. Frameworks use the same names for other things: their <c>{Path}</c> is a request's
    /// path.
    /// </summary>
    public static bool LogValue(string category, string name) =>
        category.StartsWith(Ours, StringComparison.Ordinal) && LogValues.Contains(name);

    /// <summary>
    /// True when an exception's message may leave the machine: ours are in our own words, but others quote what they could not read.
    /// </summary>
    public static bool Message(Exception e) => e.GetType().FullName?.StartsWith(Ours, StringComparison.Ordinal) ?? false;
}
