using System.Security.Cryptography;

namespace CddFunctions.Platform.Identity;

/// <summary>
/// Anti-forgery: every form of ours carries a proof that its page was made for the very link that posts it. It is signed,
/// not stored, so it holds on every instance and after a restart, and it reads differently on every page.
/// </summary>
public sealed class FormProofs(CapabilityTokens tokens)
{
    /// <summary>Name of the hidden input.</summary>
    public const string Field = "proof";

    /// <summary>Most inputs of one form: enough for the largest table with all its columns.</summary>
    public const int MostValues = 60_000;

    private const int InMemory = 256 * 1024;

    public string For(Caller caller)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        return $"{salt}.{Sign(salt, caller)}";
    }

    /// <summary>Reads the form and checks its proof. The body can be read again afterwards, by a handler that wants its bytes.</summary>
    /// <returns>Null when the form carries its proof.</returns>
    public async Task<Problem?> RefuseAsync(HttpRequest request, Caller caller)
    {
        request.EnableBuffering(InMemory);
        try
        {
            var given = (await request.ReadFormAsync(request.HttpContext.RequestAborted))[Field].ToString();
            request.Body.Position = 0;
            var holds = given.Split('.') is [var salt, var signature] && CapabilityTokens.SameText(Sign(salt, caller), signature);
            return holds ? null : IdentityProblems.FormExpired();
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return CommonProblems.Malformed(); // cut off, or with more inputs than any form of ours
        }
    }

    private string Sign(string salt, Caller caller) => tokens.Signature($"form|{salt}|{caller.Campaign}|{caller.Link}|{caller.Subject}");
}
