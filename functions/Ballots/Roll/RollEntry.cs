using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CddFunctions.Ballots.Roll;

/// <summary>Somebody on the roll: what a slip and a paper show, and no more of the staff register than that.</summary>
/// <param name="Id">Sixteen hexadecimal digits, random; also the candidate's id. Not <c>0000000000000000</c>.</param>
public sealed record RollEntry(string Id, string Name, string? Position = null, string? Office = null)
{
    [JsonIgnore]
    public ulong Key => Parse(Id) ?? throw new InvalidOperationException($"{Id} is no entry id");

    public static string Text(ulong key) => key.ToString("x16", CultureInfo.InvariantCulture);

    public static ulong? Parse(string? id) =>
        id is { Length: 16 }
        && !id.Any(char.IsAsciiLetterUpper)
        && ulong.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
        && key != 0
            ? key
            : null;

    /// <summary>Makes a random id that is not in <paramref name="taken"/>, and adds it there.</summary>
    public static string NewId(ISet<ulong> taken)
    {
        while (true)
        {
            var key = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
            if (key != 0 && taken.Add(key))
                return Text(key);
        }
    }

    /// <summary>SHA-256 over the canonical list: one line per entry in the order of the ids, members separated by tabs.</summary>
    /// <param name="before">Hash of the list that this one adds to; empty for the first.</param>
    public static string Hash(string ballot, string before, IEnumerable<RollEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"cdd-roll-1\t{ballot}\t{before}\n"));
        foreach (var e in entries.OrderBy(e => e.Id, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{e.Id}\t{e.Name}\t{e.Position}\t{e.Office}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
