namespace CddFunctions.Tests.Http.Heads;

/// <summary>A running application that tests talk to over HTTP, whatever started it.</summary>
internal interface IServerHead
{
    /// <summary>Without a slash at its end.</summary>
    string Address { get; }

    /// <summary>Ends the application the way its head ends it.</summary>
    /// <returns>All that it logged.</returns>
    Task<string> EndAsync();

    /// <summary>Runs a timer once, as the head does when it is due; fails when the timer fails.</summary>
    Task FireAsync(string timer);
}

/// <summary>What a server is started on.</summary>
/// <param name="Folder">Data folder: stores of one machine, secrets, and whatever must outlive the server.</param>
/// <param name="Definitions">Folder of the campaign files.</param>
/// <param name="Settings">Further settings by their keys, such as <c>Limits:Intake</c>.</param>
internal sealed record ServerPlan(string Folder, string Definitions, TestClock Clock, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Everything as variables of a process.</summary>
    public Dictionary<string, string> Environment() =>
        Settings
            .Append(new("Data:Folder", Folder))
            .Append(new("Campaigns:Folder", Definitions))
            .Append(new("Serve:ClockFile", Clock.Path))
            .ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value, StringComparer.Ordinal);
}
