using CddFunctions.Ballots.Envelopes;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CddFunctions.Ballots.Pages;

/// <summary>A form of the voter's pages.</summary>
public sealed record VoteForm(VoteRequest Request, string? Attempt, IReadOnlyDictionary<string, StringValues> Values)
{
    private const int MostBytes = 64 * 1024;

    public static async Task<Outcome<VoteForm>> ReadAsync(HttpRequest http, CancellationToken ct)
    {
        if (await LimitedBody.ReadAsync(http, MostBytes, ct) is not { } bytes)
            return CommonProblems.TooLarge();

        var text = System.Text.Encoding.UTF8.GetString(bytes);
        return new VoteForm(VoteEndpoint.ReadForm(text, out var attempt), attempt, QueryHelpers.ParseQuery(text));
    }

    /// <returns>Null when the form has no such input.</returns>
    public string? Text(string name) => Values.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>What a form that was refused had chosen.</summary>
    public static VoteDraft DraftOf(VoteRequest request) =>
        new(request.Choices.Where(c => !string.IsNullOrEmpty(c.Value)).ToDictionary(c => c.Key, c => c.Value!, StringComparer.Ordinal));
}
