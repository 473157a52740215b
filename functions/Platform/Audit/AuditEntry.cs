using System.Security.Cryptography;
using System.Text;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Audit;

/// <summary>One entry of a programme's audit.</summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="What">An <see cref="AuditDeed"/> in kebab-case. Text, so that an older program can check a newer one's chain.</param>
/// <param name="Previous">Hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 in lower-case hexadecimal over <see cref="Hashed"/>.</param>
public sealed record AuditEntry(
    long Number,
    DateTimeOffset At,
    string By,
    string Role,
    string What,
    string Subject,
    string Detail,
    string Previous,
    string Hash
)
{
    public static readonly string Start = new('0', 64);

    private static readonly Dictionary<AuditDeed, string> Words = Enum.GetValues<AuditDeed>()
        .ToDictionary(d => d, d => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(d.ToString()));

    public static string Word(AuditDeed what) => Words[what];

    public static AuditEntry After(long number, string previous, Deed deed)
    {
        var entry = new AuditEntry(
            number,
            deed.At.ToUniversalTime(),
            deed.By,
            deed.Role,
            deed.What,
            deed.Subject,
            deed.Detail,
            previous,
            ""
        );
        return entry with { Hash = entry.Expected(deed.Campaign) };
    }

    /// <summary>
    /// Computes the hash that an unchanged entry has. The campaign is hashed with it, so no entry fits into another campaign's chain.
    /// </summary>
    public string Expected(string campaign) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Hashed(campaign))));

    /// <summary>
    /// Lines, each but the last with a line feed: programme, number, at (as in JSON), by, role, what, subject, detail, previous.
    /// </summary>
    private string Hashed(string campaign) =>
        string.Join('\n', campaign, Number, InstantConverter.Text(At), By, Role, What, Subject, Detail, Previous);
}

/// <summary>The stored form of entries that were written together. The id of the document holds the number of the first entry.</summary>
/// <param name="Deeds">Ids of the writes whose deeds are entered here, in any order. Null where the store writes a document and its entry
/// together (SQLite).</param>
public sealed record AuditDocument(IReadOnlyList<AuditEntry> Entries, IReadOnlyList<string>? Deeds = null);
