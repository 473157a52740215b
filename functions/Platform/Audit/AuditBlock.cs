using System.Globalization;
using System.Security.Cryptography;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Audit;

/// <summary>
/// One document of a chain as it was found. Ids count backwards from the largest number, so that the newest document comes
/// first in its partition: the end of a chain of any length is one small read.
/// </summary>
/// <param name="First">Number of the document's first entry, read from its id.</param>
/// <param name="Entries">Empty when somebody has made the document unreadable.</param>
/// <param name="End">Number and hash of the document's last entry, from which the next entry goes on.</param>
/// <param name="Deeds">Ids of the writes whose deeds are entered here. Null where the store writes a document and its entry together
/// (SQLite).</param>
public sealed record AuditBlock(long First, IReadOnlyList<AuditEntry> Entries, AuditAnchor End, IReadOnlyList<string>? Deeds = null)
{
    /// <summary>Entries of one document at most. With the longest entries it still fits into a document; a test does the sum.</summary>
    public const int MostEntries = 256;

    private const long MostNumber = 999_999_999_999;

    public static string Partition(string campaign) => $"{campaign}:audit";

    public static string Id(long first) => (MostNumber - first).ToString("D12", CultureInfo.InvariantCulture);

    /// <remarks>
    /// A document that somebody broke by hand gives a block without entries and no error, so that the campaign can go on.
    /// <see cref="AuditCheck"/> reports it.
    /// </remarks>
    public static AuditBlock Read(Document document)
    {
        var first = MostNumber - long.Parse(document.Id, NumberStyles.None, CultureInfo.InvariantCulture);
        return document.TryRead<AuditDocument>() is { Entries: { Count: > 0 } entries } read
            ? new(first, entries, new(entries[^1].Number, entries[^1].Hash), read.Deeds)
            : new(first, [], new(first, Convert.ToHexStringLower(SHA256.HashData(document.Body.Span))));
    }
}

/// <summary>
/// The end of a chain at some moment. Kept elsewhere, it proves later that nothing up to there was taken away or written anew.
/// </summary>
public sealed record AuditAnchor(long Entry, string Hash)
{
    public static readonly AuditAnchor Start = new(0, AuditEntry.Start);
}
