using Microsoft.Net.Http.Headers;

namespace CddFunctions.Platform.Http;

/// <summary>
/// The condition of a change (RFC 9110, 13.1.1): the versions that the caller has read. <c>*</c> is any version.
/// </summary>
/// <remarks>
/// A tag that came through a proxy which compresses is still the one that was given out: nginx makes it weak (<c>W/"7"</c>), Apache adds
/// the coding (<c>"7-gzip"</c>). Both are taken, because a tag here names the version of a document, not the bytes of an answer.
/// </remarks>
public sealed class IfMatch
{
    private static readonly string[] Codings = ["-gzip", "-br", "-zstd", "-deflate", ";gzip", ";br"];

    private readonly IReadOnlyList<string> _versions;
    private readonly bool _any;

    private IfMatch(IReadOnlyList<string> versions, bool any) => (_versions, _any) = (versions, any);

    /// <returns>Null without the header, or when it holds no entity tag.</returns>
    public static IfMatch? Read(HttpRequest http)
    {
        var tags = http.GetTypedHeaders().IfMatch;
        return tags.Count == 0
            ? null
            : new([.. tags.Select(t => Given(t.Tag.ToString().Trim('"')))], tags.Any(t => t.Equals(EntityTagHeaderValue.Any)));
    }

    /// <summary>One version, as a form carries it.</summary>
    public static IfMatch Of(string version) => new([version], any: false);

    public bool Matches(string version) => _any || Names(version);

    /// <summary>The version was read: <c>*</c> is not enough where somebody confirms what another proposed.</summary>
    public bool Names(string version) => _versions.Contains(version, StringComparer.Ordinal);

    /// <summary>The version as it was given out, without what a proxy added.</summary>
    private static string Given(string tag) =>
        Codings.FirstOrDefault(c => tag.EndsWith(c, StringComparison.Ordinal)) is { } added ? tag[..^added.Length] : tag;
}
