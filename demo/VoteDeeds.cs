using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CddFunctions.Demo;

/// <summary>
/// What people do with a ballot: the provincial office freezes, prints and counts; the staff vote with the code of their slip.
/// </summary>
public static partial class VoteDeeds
{
    public static Deed Post(string verb, string ballot, string step) =>
        new(verb, null, null, (who, ct) => who.PostAsync($"ballots/{ballot}/{step}", new JsonObject(), ct));

    /// <summary>Takes the staff roster as the roll, and freezes what was read.</summary>
    public static Deed Freeze(string verb, string ballot) =>
        new(
            verb,
            null,
            null,
            async (who, ct) =>
            {
                var put = await who.PutAsync($"ballots/{ballot}/roll", new JsonObject(), ct);
                return put.IsRefused ? put : await who.PostAsync($"ballots/{ballot}/roll/freeze", new { hash = Text(put, "hash") }, ct);
            }
        );

    /// <summary>Certifies the result that was read.</summary>
    public static Deed Certify(string verb, string ballot) =>
        new(
            verb,
            null,
            null,
            async (who, ct) =>
            {
                var read = await who.GetAsync($"ballots/{ballot}/result", ct);
                return read.IsRefused ? read : await who.PostAsync($"ballots/{ballot}/certify", new { result = Text(read, "hash") }, ct);
            }
        );

    private static string Text(Answer answer, string member) => answer.Body![member]!.GetValue<string>();

    public static Deed Get(string verb, string path) => new(verb, null, null, (who, ct) => who.GetAsync(path, ct));

    /// <summary>Voters of these places of the roll, from 0, each with their own code.</summary>
    /// <param name="choose">For each place of the roll: whom in which contest, by their places; null = nobody.</param>
    public static Deed Vote(string ballot, int from, int count, Func<int, IReadOnlyDictionary<string, int?>> choose) =>
        new(
            count == 1 ? "ลงคะแนนด้วยรหัสบนบัตร" : $"บุคลากร {count} คนลงคะแนนด้วยรหัสบนบัตร",
            null,
            null,
            async (who, ct) =>
            {
                var roll = (await who.GetAsync($"ballots/{ballot}/roll", ct))
                    .Body!.AsArray()
                    .Select(e => e!["id"]!.GetValue<string>())
                    .ToList();
                var codes = Code()
                    .Matches((await who.GetAsync($"ballots/{ballot}/roll/slips", ct)).Text)
                    .Select(m => m.Groups["code"].Value)
                    .ToList();
                Answer? last = null;
                for (var n = from; n < from + count && last is not { IsRefused: true }; n++)
                    last = await VoteAsync(
                        who,
                        ballot,
                        codes[n],
                        choose(n).ToDictionary(c => c.Key, c => c.Value is { } place ? roll[place] : "abstain", StringComparer.Ordinal),
                        ct
                    );
                return last!;
            }
        );

    private static async Task<Answer> VoteAsync(
        Actor who,
        string ballot,
        string code,
        Dictionary<string, string> choices,
        CancellationToken ct
    )
    {
        var signedIn = await who.PostAsync($"ballots/{ballot}/voters", new JsonObject { ["code"] = code }, ct);
        return signedIn.IsRefused
            ? signedIn
            : await who.With(signedIn.Body!["token"]!.GetValue<string>())
                .PostAsync($"ballots/{ballot}/envelopes", new { choices }, ct, key: $"{Guid.NewGuid():N}");
    }

    [GeneratedRegex("<p class=\"code\">(?<code>[0-9A-Z-]{14})</p>", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
