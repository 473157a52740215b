using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using CddFunctions.Ballots.Envelopes;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;

namespace CddFunctions.Ballots.Pages;

/// <summary>What a voter has chosen and not sent yet, and what was searched for last.</summary>
/// <param name="Choices">Entry of the roll by contest, or <see cref="PaperRules.Abstain"/>; a contest without an answer is missing.</param>
/// <param name="Contest">Contest whose list was searched, with the words in <paramref name="Query"/>.</param>
public sealed record VoteDraft(IReadOnlyDictionary<string, string> Choices, string? Contest = null, string? Query = null)
{
    public static readonly VoteDraft Empty = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public VoteDraft With(string contest, string choice) =>
        new(new Dictionary<string, string>(Choices, StringComparer.Ordinal) { [contest] = choice });

    public VoteDraft Searching(string contest, string query) => this with { Contest = contest, Query = query };

    public string QueryIn(string contest) => string.Equals(Contest, contest, StringComparison.Ordinal) ? Query ?? "" : "";
}

/// <summary>
/// Keeps a draft in the voter's own browser, in a cookie that only this installation can read and only for the session that made it
/// (AES-GCM under a key derived from the token secret). So every step is a page with an address of its own, which reload and Back
/// find again, while no address, no log and no store holds a choice or the name that was searched for.
/// </summary>
public sealed class VoteDrafts(InstallationSecrets secrets)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Longest = 3500;

    public VoteDraft Read(BallotTarget target, Caller voter, HttpRequest http) =>
        http.Cookies[Cookie(target)] is { Length: > 0 and <= Longest } sealedDraft && Open(Key(target, voter), sealedDraft) is { } draft
            ? draft
            : VoteDraft.Empty;

    public void Keep(BallotTarget target, Caller voter, VoteDraft draft, HttpContext http) =>
        http.Response.Cookies.Append(Cookie(target), Seal(Key(target, voter), draft), Options(target, http));

    public void Forget(BallotTarget target, HttpContext http) => http.Response.Cookies.Delete(Cookie(target), Options(target, http));

    private static string Cookie(BallotTarget target) => $"cdd-draft-{target.Ballot.Id}";

    private static CookieOptions Options(BallotTarget target, HttpContext http) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = VoteAddress.Of(target),
            MaxAge = VoteSession.Lasts,
        };

    private byte[] Key(BallotTarget target, Caller voter) =>
        secrets.Derive($"cdd-vote-draft-1|{target.Name}|{voter.Link}|{voter.Subject}|{voter.Session}");

    private static string Seal(byte[] key, VoteDraft draft)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(draft, Json.Options);
        var box = new byte[NonceBytes + text.Length + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), text, box.AsSpan(NonceBytes, text.Length), box.AsSpan(^TagBytes..));
        return Base64Url.EncodeToString(box);
    }

    /// <summary>Null for what another session, another installation or another version sealed.</summary>
    private static VoteDraft? Open(byte[] key, string sealedDraft)
    {
        if (!Base64Url.IsValid(sealedDraft) || Base64Url.DecodeFromChars(sealedDraft) is not { Length: > NonceBytes + TagBytes } box)
            return null;

        var text = new byte[box.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes, text.Length), box.AsSpan(^TagBytes..), text);
            return JsonSerializer.Deserialize<VoteDraft>(text, Json.Options);
        }
        catch (Exception e) when (e is AuthenticationTagMismatchException or JsonException)
        {
            return null;
        }
    }
}
