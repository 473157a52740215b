using System.Security.Cryptography;
using System.Text.Json;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>What is in the form now: posted and its files taken, or what was handed in last, or nothing yet.</summary>
/// <param name="Files">By field: all that the form holds; <paramref name="Errors"/>: those that came and were not taken.</param>
public sealed record FormState(
    HandInRequest Request,
    string Key,
    string Version,
    IReadOnlyDictionary<string, IReadOnlyList<AttachedFile>> Files,
    IReadOnlyList<FieldError> Errors,
    string? Add = null
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
            stored?.Value.Current is null ? "" : stored.Version,
            stored?.Value.Current?.Files ?? NoFiles,
            []
        );

    /// <summary>
    /// As the use case takes it. The same form sent again has the same hash, although its files, which came with it, have
    /// other ids the second time: they are recognised by their content.
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
