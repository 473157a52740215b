using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Audit;

/// <summary>Pure: makes deeds that an entry may hold.</summary>
public static class AuditAct
{
    public const string System = "system";

    /// <summary>Together they keep the longest document of a chain within the store's limit; a test does the sum.</summary>
    public const int LongestBy = 80;
    public const int LongestSubject = 200;
    public const int LongestDetail = 600;

    private const string LateWord = "late=yes";

    /// <param name="caller">Null for what the application does by itself.</param>
    public static Deed Of(string campaign, Caller? caller, AuditDeed what, string subject, string detail, DateTimeOffset at) =>
        Checked(
            new(
                campaign,
                caller is null ? System : caller.Link ?? caller.Subject,
                caller is null ? System : caller.Role.ToString().ToLowerInvariant(),
                AuditEntry.Word(what),
                subject,
                detail,
                at
            )
        );

    /// <summary>The same deed, as it is entered when its entry could not follow at once: behind entries of later moments.</summary>
    public static Deed Late(Deed deed) => deed with { Detail = deed.Detail.Length == 0 ? LateWord : $"{deed.Detail} {LateWord}" };

    /// <summary>A line feed separates what is hashed. None can come in here but by a fault of the program.</summary>
    private static Deed Checked(Deed deed) =>
        deed.By.Length <= LongestBy
        && deed.Subject.Length is > 0 and <= LongestSubject
        && Late(deed).Detail.Length <= LongestDetail
        && !deed.By.Concat(deed.Subject).Concat(deed.Detail).Any(char.IsControl)
            ? deed
            : throw new InvalidOperationException($"An entry of kind {deed.What} holds what no entry may hold.");
}
