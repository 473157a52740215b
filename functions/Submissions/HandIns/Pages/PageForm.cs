using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>Pure: what a browser posted with the page's form, without its files.</summary>
/// <param name="Version">Version of the submission that the form revises; empty for a first hand-in.</param>
/// <param name="Seen">The unusual values that the page said in words, as <see cref="SendHandIn.Said"/> gives them; empty when it said
/// none.</param>
/// <param name="Add">Field of the table that gets more lines. The form then hands nothing in; null otherwise.</param>
public sealed record PageForm(HandInRequest Request, string Key, string Version, string Seen, string? Add)
{
    public const string VersionField = "page.version";
    public const string SeenField = "page.seen";
    public const string AddField = "page.add";
    public const string KeyField = "idempotencyKey";

    // Prefixes of inputs that are no fields of the form. Those of files are among them: an empty file input arrives as text.
    private static readonly string[] Ours = ["page.", ReadPageForm.FilePrefix];

    private const int ShortestKey = 16;
    private const int LongestKey = 200;

    /// <summary>Null when no page of ours made this form.</summary>
    public static PageForm? Read(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var all = form.ToList();
        var (request, key) = UrlEncodedForm.Read(all.Where(f => !Ours.Any(o => f.Key.StartsWith(o, StringComparison.Ordinal))));
        return request is null || key is not { Length: >= ShortestKey and <= LongestKey }
            ? null
            : new(request, key, One(VersionField) ?? "", One(SeenField) ?? "", One(AddField));

        string? One(string name) =>
            all.Find(f => string.Equals(f.Key, name, StringComparison.Ordinal)).Value is { Count: > 0 } values ? values[0] : null;
    }

    /// <summary>Made with the page, kept through refusals: the same form sent twice is one hand-in.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
