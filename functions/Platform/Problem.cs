using System.Text.Json.Serialization;
using CddFunctions.Platform.Http;

namespace CddFunctions.Platform;

/// <summary>
/// A refusal the caller can act on, in Thai and English. Bugs are exceptions, not problems. <c>Code</c> never changes
/// meaning; it is the last segment of the Problem Details <c>type</c> (RFC 9457).
/// </summary>
/// <param name="Status">400 shape · 401 no identity · 403 not yours · 404 unknown · 409 state or race · 412 stale · 413 too
/// large · 415 wrong content · 422 campaign rule · 429 too fast · 503 storage unavailable.</param>
/// <param name="Errors">Field path → messages, for 400 and 422.</param>
/// <param name="RetryAfter">For 429 and 503: seconds to wait.</param>
public sealed record Problem(
    int Status,
    string Code,
    Text Title,
    Text Detail,
    IReadOnlyList<FieldError>? Errors = null,
    TimeSpan? RetryAfter = null,
    IReadOnlyDictionary<string, object?>? More = null
)
{
    /// <summary>The only place where a refusal becomes an HTTP answer; the language follows Accept-Language.</summary>
    public IResult ToResult() => new ProblemResult(this);
}

/// <summary>What is wrong with one field. <c>Path</c> is the field id, with the row for tables: <c>lines[2].amount</c>.</summary>
public sealed record FieldError(string Path, string Code, Text Message);

/// <summary>The Problem Details document. <c>errors</c> holds the messages in the caller's language.</summary>
public sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors
)
{
    [JsonExtensionData]
    public IDictionary<string, object?>? More { get; init; }
}
