using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Platform.Audit;

/// <summary>
/// The entries that people left over HTTP since the last look. What a head does by itself (timers, its start) is left out.
/// </summary>
internal sealed class Deeds(TestServer server)
{
    private long _seen;

    public async Task<List<JsonObject>> AllAsync()
    {
        var all = new List<JsonObject>();
        var after = (long?)0;
        while (after is not null)
        {
            var page = (await TestServer.GetAsync(server.Admin, TestServer.Of($"audit?after={after}&limit=1000"))).Must(200).Json;
            all.AddRange(page["entries"]!.AsArray().Select(e => e!.AsObject()));
            after = (long?)page["next"];
        }

        return all;
    }

    /// <summary>One line each: who, what, to what, detail.</summary>
    public async Task<List<string>> NewAsync()
    {
        var fresh = (await AllAsync()).Where(e => (long)e["number"]! > _seen).ToList();
        _seen = fresh.Count > 0 ? (long)fresh[^1]["number"]! : _seen;
        return
        [
            .. fresh.Where(e => (string)e["by"]! != "system").Select(e => $"{e["by"]} {e["what"]} {e["subject"]} {e["detail"]}".TrimEnd()),
        ];
    }

    /// <summary>Does it and wants exactly these lines, in which <c>*</c> stands for something within a word.</summary>
    public async Task MustAsync(Func<Task<Answer>> act, int status, params string[] lines)
    {
        _ = await NewAsync();
        (await act()).Must(status);
        var found = await NewAsync();
        Assert.True(
            found.Count == lines.Length && found.Zip(lines).All(l => Fits(l.First.Split(' '), l.Second.Split(' '))),
            $"found: {string.Join(" | ", found)}; wanted: {string.Join(" | ", lines)}"
        );
    }

    private static bool Fits(string[] found, string[] wanted) =>
        found.Length == wanted.Length
        && found
            .Zip(wanted)
            .All(w =>
                w.Second.Split('*') is [var begin, var end]
                    ? w.First.Length > begin.Length + end.Length
                        && w.First.StartsWith(begin, StringComparison.Ordinal)
                        && w.First.EndsWith(end, StringComparison.Ordinal)
                    : string.Equals(w.First, w.Second, StringComparison.Ordinal)
            );
}
