using System.Security.Cryptography;
using System.Text;

namespace CddFunctions.Submissions.HandIns;

/// <summary>Pure: receipt codes, ten letters and digits without look-alikes in two groups: <c>7K3MX-92QHP</c>.</summary>
public static class Receipts
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    /// <summary>The same hand-in always has the same receipt: a repeated request answers with the code it got before.</summary>
    public static string For(string campaign, string submissionId, int revision, string keyHash, DateTimeOffset submittedAt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{campaign}|{submissionId}|{revision}|{keyHash}|{submittedAt.UtcTicks}"));
        var code = new char[Length];
        for (var i = 0; i < Length; i++)
            code[i] = Alphabet[hash[i] % Alphabet.Length];

        return $"{new string(code, 0, Length / 2)}-{new string(code, Length / 2, Length / 2)}";
    }
}
