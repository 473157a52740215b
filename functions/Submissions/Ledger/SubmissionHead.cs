using System.Text.Json;
using System.Text.Json.Serialization;
using CddFunctions.Platform;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Ledger;

/// <summary>The few members of a stored hand-in that the ledger needs; the reader skips over fields and files.</summary>
internal sealed record SubmissionHead(string Task, string Unit, Extension? Extension, IReadOnlyList<SubmissionHead.RevisionHead> Revisions)
{
    private static readonly JsonSerializerOptions Skipping = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public sealed record RevisionHead(
        int Number,
        string Receipt,
        DateTimeOffset SubmittedAt,
        DateTimeOffset? DueAt,
        Decision? Decision,
        IReadOnlyList<TakenBack>? TakenBack
    );

    public static SubmissionHead Read(Document document) =>
        JsonSerializer.Deserialize<SubmissionHead>(document.Body.Span, Skipping)
        ?? throw new JsonException($"The document {document.Id} is empty.");

    public SubmissionFacts ToFacts()
    {
        if (Revisions.Count == 0)
            return SubmissionFacts.None with { Extension = Extension };

        var decision = Revisions[^1].Decision;
        var takenBack = decision is null && Revisions[^1].TakenBack is [.., var last] ? last : null;
        return new(
            Extension,
            Revisions[0].SubmittedAt,
            Revisions[0].DueAt,
            decision?.At,
            1,
            decision is { Accepted: true } ? 1 : 0,
            decision is { Accepted: false } ? 1 : 0,
            Revisions[^1].Number,
            Revisions[^1].Receipt,
            decision is null ? takenBack?.At ?? Revisions[^1].SubmittedAt : null,
            takenBack is { Decision.Accepted: true } ? takenBack.At : null
        );
    }
}
