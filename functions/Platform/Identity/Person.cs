namespace CddFunctions.Platform.Identity;

/// <summary>Pure: which administrators count as two people. A capability link is one person; the key is one.</summary>
public static class Person
{
    private const string Installation = "installation";

    /// <summary>
    /// Id of the person behind a caller. Whoever holds the installation's key can also open the link that each start prints, so the
    /// key and all those links are one person.
    /// </summary>
    public static string Of(Caller caller) =>
        caller.Link is null || caller.Link.StartsWith("start-", StringComparison.Ordinal) ? Installation : caller.Link;
}
