using System.Security.Cryptography;

namespace CddFunctions.Platform.Identity;

/// <summary>
/// Anti-forgery: every form of ours carries a proof of the very link that its page was made for. It is signed, not stored, so it holds
/// on every instance and after a restart, and it reads differently on every page. A browser may hold several links: what a page sends
/// is done in the name of the link that the page was made for, never in that of another one which became current meanwhile.
/// </summary>
public sealed class FormProofs(CapabilityTokens tokens)
{
    /// <summary>Name of the hidden input.</summary>
    public const string Field = "proof";

    /// <summary>Header of the requests that scripts of a page make, with the same proof.</summary>
    public const string Header = "x-form-proof";

    /// <summary>Most inputs of one form: enough for the largest table with all its columns.</summary>
    public const int MostValues = 60_000;

    private const int InMemory = 256 * 1024;

    /// <summary>Marks the forms that need no proof: they act for no link.</summary>
    public sealed record NotNeeded;

    public string For(Caller caller)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        return $"{salt}.{caller.Link}.{Sign(salt, caller)}";
    }

    /// <summary>Reads the proof of a form. The body can be read again afterwards, by a handler that wants its bytes.</summary>
    /// <returns>Empty when the form has none; a problem when it cannot be read.</returns>
    public static async Task<Outcome<string>> ReadAsync(HttpRequest request)
    {
        request.EnableBuffering(InMemory);
        try
        {
            var given = (await request.ReadFormAsync(request.HttpContext.RequestAborted))[Field].ToString();
            request.Body.Position = 0;
            return given;
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return CommonProblems.Malformed(); // cut off, or with more inputs than any form of ours
        }
    }

    public bool Holds(string proof, Caller caller) =>
        proof.Split('.') is [var salt, _, var signature] && CapabilityTokens.SameText(Sign(salt, caller), signature);

    /// <summary>Id of the link that a proof names, which is not checked by that. Null when it is no proof.</summary>
    public static string? LinkOf(string proof) => proof.Split('.') is [_, var link, _] ? link : null;

    private string Sign(string salt, Caller caller) => tokens.Signature($"form|{salt}|{caller.Campaign}|{caller.Link}|{caller.Subject}");
}
