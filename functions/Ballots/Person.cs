using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots;

/// <summary>Pure: which administrators count as two people. A capability link is one person; the key is one.</summary>
public static class Person
{
    private const string Installation = "installation";

    /// <summary>The link printed at each start is opened by whoever holds the key, so both are one person, on every day.</summary>
    public static string Of(Caller caller) =>
        caller.Link is null || caller.Link.StartsWith("start-", StringComparison.Ordinal) ? Installation : caller.Link;
}
