using System.Diagnostics.CodeAnalysis;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Ledger;

/// <summary>The facts of one campaign's hand-ins by <c>{task}:{unit}</c>, kept up to date from the change feed.</summary>
[SuppressMessage(
    "Reliability",
    "CA1001",
    Justification = "Lives as long as the process; a semaphore without a wait handle holds nothing to release."
)]
internal sealed class CampaignFacts
{
    private const int PageSize = 1000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, SubmissionFacts> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, SubmissionFacts>> _repeated = new(StringComparer.Ordinal);
    private string? _continuation;

    public IReadOnlyDictionary<string, SubmissionFacts> All => _facts;

    /// <summary>Each hand-in whose newest revision has no decision, with the ids of its obligation and of its document.</summary>
    public IEnumerable<(string Obligation, string Document, SubmissionFacts HandIn)> Waiting() =>
        _facts
            .Where(f => f.Value.WaitingSince is not null)
            .SelectMany(f =>
                _repeated.TryGetValue(f.Key, out var parts) ? parts.Select(p => (f.Key, p.Key, p.Value)) : [(f.Key, f.Key, f.Value)]
            )
            .Where(w => w.Item3.WaitingSince is not null);

    /// <summary>Brings the facts up to date, then reads them while nobody else changes them.</summary>
    public async Task<T> ReadAsync<T>(LaunchedCampaign campaign, SubmissionStore store, Func<CampaignFacts, T> read, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            ChangePage page;
            do
            {
                page = await store.ChangesAsync(campaign, _continuation, PageSize, ct);
                foreach (var document in page.Documents)
                    Apply(document);
                _continuation = page.Continuation;
            } while (page.Documents.Count > 0);

            return read(this);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>An obligation is one document, or, on a repeatable form, many that are added up.</summary>
    private void Apply(Document document)
    {
        var head = SubmissionHead.Read(document);
        var id = SubmissionStore.Id(head.Task, head.Unit);
        if (string.Equals(document.Id, id, StringComparison.Ordinal) && !_repeated.ContainsKey(id))
        {
            _facts[id] = head.ToFacts();
            return;
        }

        if (!_repeated.TryGetValue(id, out var parts))
        {
            _repeated[id] = parts = new(StringComparer.Ordinal);
            if (_facts.TryGetValue(id, out var own))
                parts[id] = own;
        }

        parts[document.Id] = head.ToFacts();
        _facts[id] = parts.Values.Aggregate(SubmissionFacts.Add);
    }
}
