using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Audit;

/// <summary>
/// One document of a chain as it was found. Ids count backwards from the largest number, so that the newest document comes
/// first in its partition: the end of a chain of any length is one small read.
/// </summary>
/// <param name="First">Number of its first entry, out of its id.</param>
/// <param name="Entries">Empty when somebody has made the document unreadable.</param>
/// <param name="End">Where the next entry goes on from: number and hash of the last one.</param>
/// <param name="Deeds">Ids of the writes that it tells of, where the store needs them.</param>
public sealed record AuditBlock(long First, IReadOnlyList<AuditEntry> Entries, AuditAnchor End, IReadOnlyList<string>? Deeds = null)
{
    /// <summary>Entries of one document at most. With the longest entries it still fits into a document; a test does the sum.</summary>
    public const int MostEntries = 256;

    private const long MostNumber = 999_999_999_999;

    public static string Partition(string campaign) => $"{campaign}:audit";

    public static string Id(long first) => (MostNumber - first).ToString("D12", CultureInfo.InvariantCulture);

    /// <remarks>The programme goes on behind a document that was broken by hand; the check names it.</remarks>
    public static AuditBlock Read(Document document)
    {
        var first = MostNumber - long.Parse(document.Id, NumberStyles.None, CultureInfo.InvariantCulture);
        return TryRead(document) is { Entries: { Count: > 0 } entries } read
            ? new(first, entries, new(entries[^1].Number, entries[^1].Hash), read.Deeds)
            : new(first, [], new(first, Convert.ToHexStringLower(SHA256.HashData(document.Body.Span))));
    }

    private static AuditDocument? TryRead(Document document)
    {
        try
        {
            return document.Read<AuditDocument>();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>
/// The end of a chain at some moment. Kept elsewhere, it proves later that nothing up to there was taken away or written anew.
/// </summary>
public sealed record AuditAnchor(long Entry, string Hash)
{
    public static readonly AuditAnchor Start = new(0, AuditEntry.Start);
}
