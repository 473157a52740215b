using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CddFunctions.Platform;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Ballots;

/// <summary>
/// What is stored of a ballot is not what this application wrote. Thrown where it is read, whoever asked; the door of the ballot's
/// addresses (<see cref="BallotDoor"/>) answers with the problem.
/// </summary>
public sealed class BallotAlteredException(Problem problem) : Exception(problem.Detail.En)
{
    public Problem Problem => problem;
}

/// <summary>
/// Documents that a result depends on hold their content beside a keyed MAC over it: <c>{"mac":…,"content":…}</c>. Whoever can write
/// the store but has not the installation's secret can make none.
/// </summary>
public sealed class BallotGuard(BallotKeys keys)
{
    private const string Mac = "mac";
    private const string Content = "content";

    /// <param name="what">What the document is, so that it cannot stand in the place of another.</param>
    public byte[] Body<T>(BallotTarget target, string what, T content)
    {
        var json = content.ToBody();
        var mac = Convert.ToBase64String(keys.Guard(target, what, json));
        return [.. Encoding.ASCII.GetBytes($"{{\"{Mac}\":\"{mac}\",\"{Content}\":"), .. json, .. "}"u8];
    }

    /// <returns>Null for what this application did not write there.</returns>
    public T? Read<T>(BallotTarget target, string what, Document document)
        where T : class
    {
        try
        {
            using var stored = JsonDocument.Parse(document.Body);
            var json = Encoding.UTF8.GetBytes(stored.RootElement.GetProperty(Content).GetRawText());
            var mac = Convert.FromBase64String(stored.RootElement.GetProperty(Mac).GetString() ?? "");
            return CryptographicOperations.FixedTimeEquals(mac, keys.Guard(target, what, json))
                ? JsonSerializer.Deserialize<T>(json, Json.Options)
                : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
