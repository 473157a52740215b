using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CddFunctions.Platform.Identity;

/// <summary>What a capability token says. Short member names keep links short enough for a QR code.</summary>
/// <param name="I">Link id.</param><param name="C">Campaign.</param><param name="R">Role.</param>
/// <param name="S">Subject.</param> <param name="E">Expiry, Unix seconds.</param>
/// <param name="B">By whose links it was made: the line of a <see cref="Person"/>; only for administrators.</param>
/// <param name="N">Random number of one sign-in; only for voters who signed in.</param>
public sealed record Capability(string I, string C, CallerRole R, string S, long E, string? B = null, string? N = null)
{
    public bool IsExpired(DateTimeOffset now) => now.ToUnixTimeSeconds() >= E;

    public Caller ToCaller() => new(R, C, S, I, B, N);
}

/// <summary>
/// Signs and reads capability tokens: <c>payload.signature</c>, both base64url, signed with HMAC-SHA-256 under the
/// installation's token secret. Reading compares in constant time and says nothing about why a token is refused.
/// </summary>
public sealed class CapabilityTokens(InstallationSecrets secrets)
{
    private const int LongestToken = 1024;

    // What is signed says what it is for: an upload ticket can never be read as a capability.
    private const string Purpose = "capability|";

    public string Sign(Capability capability)
    {
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(capability, Json.Options));
        return $"{payload}.{Signature(Purpose + payload)}";
    }

    public Capability? Read(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || token.Length > LongestToken)
            return null;

        var payload = token[..dot];
        return SameText(Signature(Purpose + payload), token[(dot + 1)..]) ? Decode(payload) : null;
    }

    /// <summary>A signature over any text of ours (upload tickets use it too).</summary>
    public string Signature(string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secrets.TokenSecret, Encoding.UTF8.GetBytes(text)));

    /// <summary>Null for what another version of the application signed and this one cannot read.</summary>
    private static Capability? Decode(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<Capability>(Base64Url.DecodeFromChars(payload), Json.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool SameText(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(expected)),
            SHA256.HashData(Encoding.UTF8.GetBytes(given))
        );
}
