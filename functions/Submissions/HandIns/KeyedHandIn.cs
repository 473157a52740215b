using System.Security.Cryptography;
using System.Text.Json;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;

namespace CddFunctions.Submissions.HandIns;

/// <summary>Body of a hand-in. <paramref name="Incomplete"/>: an aggregated task is sent although sources are missing.</summary>
public sealed record HandInRequest(
    IReadOnlyDictionary<string, JsonElement>? Fields = null,
    IReadOnlyDictionary<string, JsonElement>? Uploads = null,
    bool Incomplete = false
);

/// <summary>A hand-in as it came: what was asked, its idempotency key, and the hashes that recognise it when it comes again.</summary>
public sealed record KeyedHandIn(HandInRequest Request, string Key, string BodyHash, bool AsPage)
{
    private const int MostBytes = 1_500_000;
    private const int LongestKey = 200;

    public string KeyHash { get; } = Hash(System.Text.Encoding.UTF8.GetBytes(Key));

    /// <summary>Reads JSON or an HTML form. A form may carry its key as the field <c>idempotencyKey</c>.</summary>
    public static async Task<Outcome<KeyedHandIn>> ReadAsync(HttpRequest http, bool keyNeeded, CancellationToken ct)
    {
        if (await LimitedBody.ReadAsync(http, MostBytes, ct) is not { } bytes)
            return CommonProblems.TooLarge();

        var isForm = IsForm(http);
        if (!isForm && !http.HasJsonContentType())
            return CommonProblems.WrongContent();

        var (form, formKey) = isForm ? UrlEncodedForm.Read(bytes) : (null, null);
        if (isForm && form is null)
            return CommonProblems.Malformed();
        if ((form ?? Json.Read<HandInRequest>(bytes)).IsRefused(out var unread, out var request))
            return unread;

        var key = http.Headers["Idempotency-Key"].ToString() is { Length: > 0 } header ? header : formKey ?? "";
        if (key.Length > LongestKey || (keyNeeded && key.Length == 0))
            return SubmissionProblems.KeyMissing();

        return new KeyedHandIn(request, key, Hash(bytes), WantsPage(http));
    }

    /// <summary>Whoever posts an HTML form reads a page, unless it is a program that asks for JSON (Apps Script posts forms too).</summary>
    public static bool WantsPage(HttpRequest http) =>
        IsForm(http) && !http.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Plain forms only: files go through uploads.</summary>
    public static bool IsForm(HttpRequest http) => TextRules.IsUrlEncoded(http);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
