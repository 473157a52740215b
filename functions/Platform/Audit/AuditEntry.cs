using System.Security.Cryptography;
using System.Text;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Platform.Audit;

/// <summary>What somebody did, before it has its place in the chain. Ids and numbers only: never a name, never typed text.</summary>
/// <param name="By">Link id, <c>admin-key</c>, or <c>system</c> for what the application does by itself.</param>
/// <param name="Subject">What it was done to: <c>task:unit</c>, <c>roster:unit</c>, a link, an export, a ballot.</param>
/// <param name="Detail">A receipt, a revision, a hash. Empty when there is nothing to add.</param>
public sealed record AuditAct(string By, string Role, AuditDeed What, string Subject, string Detail)
{
    public const string System = "system";

    /// <summary>Together they keep the longest document of a chain within the store's limit; a test does the sum.</summary>
    public const int LongestBy = 80;
    public const int LongestSubject = 200;
    public const int LongestDetail = 600;

    public static AuditAct Of(Caller? caller, AuditDeed what, string subject, string detail) => new AuditAct(
        caller is null ? System : caller.Link ?? caller.Subject,
        caller is null ? System : caller.Role.ToString().ToLowerInvariant(), what, subject, detail).Checked();

    /// <summary>A line feed separates what is hashed. None can come in here but by a fault of the program.</summary>
    private AuditAct Checked() =>
        By.Length <= LongestBy && Subject.Length is > 0 and <= LongestSubject && Detail.Length <= LongestDetail
        && !By.Concat(Subject).Concat(Detail).Any(char.IsControl)
            ? this
            : throw new InvalidOperationException($"An entry of kind {What} holds what no entry may hold.");
}

/// <summary>One entry of a programme's audit.</summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="What">An <see cref="AuditDeed"/> in kebab-case. Text, so that an older program can check a newer one's chain.</param>
/// <param name="Previous">Hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 in lower-case hexadecimal over <see cref="Hashed"/>.</param>
public sealed record AuditEntry(
    long Number, DateTimeOffset At, string By, string Role, string What, string Subject, string Detail, string Previous, string Hash)
{
    public static readonly string Start = new('0', 64);

    private static readonly Dictionary<AuditDeed, string> Words = Enum.GetValues<AuditDeed>().ToDictionary(d => d, d => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(d.ToString()));

    public static string Word(AuditDeed what) => Words[what];

    public static AuditEntry After(string campaign, long number, string previous, AuditAct act, DateTimeOffset at)
    {
        var entry = new AuditEntry(number, at.ToUniversalTime(), act.By, act.Role, Word(act.What), act.Subject, act.Detail, previous, "");
        return entry with { Hash = entry.Expected(campaign) };
    }

    /// <summary>What the hash of an unchanged entry is. The programme is in it: no entry fits into another one's chain.</summary>
    public string Expected(string campaign) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Hashed(campaign))));

    /// <summary>Lines, each but the last with a line feed: programme, number, at (as in JSON), by, role, what, subject, detail, previous.</summary>
    private string Hashed(string campaign) => string.Join('\n', campaign, Number, InstantConverter.Text(At), By, Role, What, Subject, Detail, Previous);
}

/// <summary>Entries that were written together. Its id tells the number of the first.</summary>
public sealed record AuditDocument(IReadOnlyList<AuditEntry> Entries);
