using Microsoft.Net.Http.Headers;

namespace CddFunctions.Platform.Http;

/// <summary>
/// The condition of a change (RFC 9110, 13.1.1): the versions that the caller has read. <c>*</c> is any version; a weak
/// tag (<c>W/"…"</c>) never matches, since it does not promise the same bytes.
/// </summary>
public sealed class IfMatch
{
    private readonly IReadOnlyList<string> _versions;
    private readonly bool _any;

    private IfMatch(IReadOnlyList<string> versions, bool any) => (_versions, _any) = (versions, any);

    /// <returns>Null without the header, or when it holds no entity tag.</returns>
    public static IfMatch? Read(HttpRequest http)
    {
        var tags = http.GetTypedHeaders().IfMatch;
        return tags.Count == 0
            ? null
            : new(
                [.. tags.Where(t => !t.IsWeak).Select(t => t.Tag.ToString().Trim('"'))],
                tags.Any(t => t.Equals(EntityTagHeaderValue.Any))
            );
    }

    /// <summary>One version, as a form carries it.</summary>
    public static IfMatch Of(string version) => new([version], any: false);

    public bool Matches(string version) => _any || _versions.Contains(version, StringComparer.Ordinal);
}
