using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Audit;

/// <summary>Makes deeds, and refuses those that do not fit into an audit entry. Pure: it reads and writes nothing.</summary>
public static class AuditAct
{
    public const string System = "system";

    /// <summary>
    /// Most characters of <see cref="Deed.By"/>. This limit and the next two keep a full audit document within the store's; a test does the
    /// sum.
    /// </summary>
    public const int LongestBy = 80;
    public const int LongestSubject = 200;
    public const int LongestDetail = 600;

    private const string LateWord = "late=yes";

    /// <param name="caller">Null for what the application does by itself.</param>
    public static Deed Of(string campaign, Caller? caller, AuditDeed what, string subject, string detail, DateTimeOffset at) =>
        Checked(
            new(
                campaign,
                caller is null ? System : caller.By,
                caller is null ? System : caller.Role.ToString().ToLowerInvariant(),
                AuditEntry.Word(what),
                subject,
                detail,
                at
            )
        );

    /// <summary>
    /// Marks a deed whose entry could not be written at once (<c>late=yes</c>): its entry stands behind entries of later moments.
    /// </summary>
    public static Deed Late(Deed deed) => deed with { Detail = deed.Detail.Length == 0 ? LateWord : $"{deed.Detail} {LateWord}" };

    /// <summary>
    /// Throws for a value that is too long or holds a control character, since a line feed separates the values that are hashed. Such a
    /// value is a bug of the caller.
    /// </summary>
    private static Deed Checked(Deed deed) =>
        deed.By.Length <= LongestBy
        && deed.Subject.Length is > 0 and <= LongestSubject
        && Late(deed).Detail.Length <= LongestDetail
        && !deed.By.Concat(deed.Subject).Concat(deed.Detail).Any(char.IsControl)
            ? deed
            : throw new InvalidOperationException($"An entry of kind {deed.What} holds what no entry may hold.");
}
