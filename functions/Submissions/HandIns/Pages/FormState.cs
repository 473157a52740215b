using System.Security.Cryptography;
using System.Text.Json;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>The content of the form on the page: what was just posted, else what was handed in last, else nothing.</summary>
/// <param name="Seen">See <see cref="PageForm"/>.</param>
/// <param name="Files">Files that the form holds, by field; <paramref name="Errors"/> name those that were sent and refused.</param>
public sealed record FormState(
    HandInRequest Request,
    string Key,
    string Version,
    IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> Files,
    IReadOnlyList<FieldError> Errors,
    string? Add = null,
    string Seen = ""
)
{
    private static readonly Dictionary<string, IReadOnlyList<AttachedFile>> NoFiles = new(StringComparer.Ordinal);

    /// <summary>A page that is opened: it shows what the unit has handed in and can change.</summary>
    public static FormState Of(StoredSubmission? stored) =>
        new(
            new(
                stored?.Value.Current?.Fields.ToDictionary(
                    f => f.Key,
                    f => JsonSerializer.SerializeToElement(f.Value, Json.Options),
                    StringComparer.Ordinal
                )
            ),
            PageForm.NewKey(),
            stored?.Value.Current is null ? "" : stored.Tag,
            stored?.Value.Current?.Files ?? NoFiles,
            []
        );

    /// <summary>
    /// The form as a request to hand in. The same form sent twice has the same hash: its files get other ids the second time, so
    /// the hash is taken over their content.
    /// </summary>
    public KeyedHandIn ToBody() => new(WithUploads(), Key, Hash(), AsPage: true);

    private HandInRequest WithUploads() =>
        Request with
        {
            Uploads = Files.ToDictionary(
                f => f.Key,
                f => JsonSerializer.SerializeToElement(f.Value.Select(a => a.UploadId), Json.Options),
                StringComparer.Ordinal
            ),
        };

    private string Hash()
    {
        var content = new
        {
            Fields = (Request.Fields ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new { f.Key, f.Value }),
            Files = Files
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new
                {
                    f.Key,
                    Value = f.Value.Select(a => new
                    {
                        a.FileName,
                        a.Length,
                        Sum = a.Sha256 ?? a.UploadId,
                    }),
                }),
            Request.Incomplete,
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Json.Options)));
    }
}
