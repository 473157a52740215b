using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;

namespace CddFunctions.Ballots.Tally;

/// <summary>Votes per contest and candidate. Adding is all it can do, so the order of the papers cannot be seen in it.</summary>
public sealed class PaperCounts(int contests)
{
    /// <summary>As JSON, for a tally that goes on later.</summary>
    public sealed record Stored(
        int Envelopes,
        int Unreadable,
        int Foreign,
        IReadOnlyList<int> Abstentions,
        IReadOnlyList<IReadOnlyDictionary<string, int>> Votes
    );

    private readonly Dictionary<ulong, int>[] _votes = [.. Enumerable.Range(0, contests).Select(_ => new Dictionary<ulong, int>())];
    private readonly int[] _abstentions = new int[contests];

    public int Envelopes { get; private set; }

    public int Unreadable { get; private set; }

    /// <summary>Envelopes that this application did not make, or that belong to nobody on the roll.</summary>
    public int Foreign { get; private set; }

    public int Opened => Envelopes - Unreadable - Foreign;

    public IReadOnlyDictionary<ulong, int> Votes(int contest) => _votes[contest];

    public int Abstentions(int contest) => _abstentions[contest];

    /// <param name="choices">One for each contest; null for an envelope that cannot be read.</param>
    public void Add(ulong[]? choices)
    {
        Envelopes++;
        if (choices is null)
        {
            Unreadable++;
            return;
        }

        foreach (var (i, choice) in choices.Index())
        {
            if (choice == SealedPaper.Abstention)
                _abstentions[i]++;
            else
                _votes[i][choice] = _votes[i].GetValueOrDefault(choice) + 1;
        }
    }

    public void AddForeign()
    {
        Envelopes++;
        Foreign++;
    }

    public void Add(PaperCounts other)
    {
        Envelopes += other.Envelopes;
        Unreadable += other.Unreadable;
        Foreign += other.Foreign;
        for (var i = 0; i < _votes.Length; i++)
        {
            _abstentions[i] += other._abstentions[i];
            foreach (var (candidate, votes) in other._votes[i])
                _votes[i][candidate] = _votes[i].GetValueOrDefault(candidate) + votes;
        }
    }

    public Stored ToStored() =>
        new(
            Envelopes,
            Unreadable,
            Foreign,
            [.. _abstentions],
            [.. _votes.Select(v => v.ToDictionary(c => RollEntry.Text(c.Key), c => c.Value, StringComparer.Ordinal))]
        );

    public static PaperCounts From(Stored stored)
    {
        var counts = new PaperCounts(stored.Votes.Count)
        {
            Envelopes = stored.Envelopes,
            Unreadable = stored.Unreadable,
            Foreign = stored.Foreign,
        };
        for (var i = 0; i < stored.Votes.Count; i++)
        {
            counts._abstentions[i] = stored.Abstentions[i];
            foreach (var (candidate, votes) in stored.Votes[i])
                counts._votes[i][RollEntry.Parse(candidate)!.Value] = votes;
        }

        return counts;
    }

    /// <summary>One line per contest and candidate, sorted: the same counts have the same hash, whoever counted.</summary>
    public string Hash()
    {
        var lines = _votes.SelectMany(
            (votes, i) =>
                votes
                    .OrderBy(v => v.Key)
                    .Select(v => string.Create(CultureInfo.InvariantCulture, $"{i} {RollEntry.Text(v.Key)} {v.Value}\n"))
                    .Append(string.Create(CultureInfo.InvariantCulture, $"{i} - {_abstentions[i]}\n"))
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
