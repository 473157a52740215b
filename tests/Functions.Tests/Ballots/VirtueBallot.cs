using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Ballots;

/// <summary>
/// A ballot of two contests on the made-up programme, 9 to 15 May 2024; the tests' clock starts inside its window, so a
/// frozen roll votes at once. And the people who act in it.
/// </summary>
internal static partial class VirtueBallot
{
    public const string Id = "virtues";
    public const string Here = $"ballots/{Id}";

    /// <summary>15 May 2024, 23:59:59 in Bangkok.</summary>
    public static readonly DateTimeOffset LastSecond = new(2024, 5, 15, 16, 59, 59, TimeSpan.Zero);

    public static readonly DateTimeOffset Before = new(2024, 5, 8, 2, 0, 0, TimeSpan.Zero);

    public static Task<TestServer> StartAsync(Action<JsonObject>? change = null, string? data = null, DateTimeOffset? at = null) =>
        TestServer.StartAsync(data, programme => Add(programme, change), at: at);

    public static void Add(JsonObject programme, Action<JsonObject>? change = null)
    {
        var ballot = Parse(Ballot);
        change?.Invoke(ballot);
        programme["ballots"]!.AsArray().Add(ballot);
        programme["taxonomies"]!.AsArray().Add(Parse(Virtues));
        programme["forms"]!.AsArray().Add(Parse(Form));
        programme["tasks"]!.AsArray().Add(Parse(Task));
        programme["rosters"]!.AsArray().Add(Parse(Roster));
        programme["awards"]!.AsArray().Add(Parse(Award));
        foreach (var milestone in JsonNode.Parse(Milestones)!.AsArray())
            programme["milestones"]!.AsArray().Add(milestone!.DeepClone());
    }

    public static JsonObject Staff(int people) =>
        new()
        {
            ["entries"] = new JsonArray([
                .. Enumerable
                    .Range(0, people)
                    .Select(n => new JsonObject
                    {
                        ["title"] = "นาย",
                        ["given"] = "สมมติ" + Letters(n),
                        ["family"] = "ทดสอบ",
                        ["position"] = "เจ้าหน้าที่สมมติ",
                        ["office"] = "21",
                    }),
            ]),
        };

    /// <summary>Puts a roll of so many and freezes it.</summary>
    /// <param name="by">Who does it; null for the administrator's key.</param>
    /// <returns>The entries' ids, in the order of the roll.</returns>
    public static async Task<List<string>> FreezeAsync(TestServer server, int people, HttpClient? by = null)
    {
        var hash = (await TestServer.SendAsync(by ?? server.Admin, "PUT", At("roll"), Staff(people))).Must(200).Say("hash");
        (await FreezeAsync(by ?? server.Admin, hash)).Must(200);
        return [.. (await TestServer.GetAsync(server.Admin, At("roll"))).Must(200).Json.AsArray().Select(e => (string)e!["id"]!)];
    }

    public static Task<Answer> FreezeAsync(HttpClient who, string? hash) =>
        TestServer.SendAsync(who, "POST", At("roll/freeze"), new JsonObject { ["hash"] = hash });

    /// <summary>Signs in with the code of a slip, which leaves nothing behind.</summary>
    public static async Task<HttpClient> SignInAsync(TestServer server, string code) =>
        server.With(
            (await TestServer.SendAsync(server.Anyone, "POST", At("voters"), new JsonObject { ["code"] = code })).Must(200).Say("token")
        );

    /// <summary>The codes on the slips, in the order of the roll.</summary>
    public static async Task<List<string>> CodesAsync(TestServer server) =>
        [.. Code().Matches((await TestServer.GetAsync(server.Admin, At("roll/slips"))).Must(200).Text).Select(m => m.Groups["code"].Value)];

    public static string At(string part) => TestServer.Of($"{Here}/{part}");

    public static JsonObject Choices(string sufficiency, string discipline = "abstain") =>
        new()
        {
            ["choices"] = new JsonObject { ["c-sufficiency"] = sufficiency, ["c-discipline"] = discipline },
        };

    /// <summary>One administrator, who holds a link that the installation made, tallies; another, with a link of their own, certifies.</summary>
    public static async Task CertifyAsync(TestServer server)
    {
        (await TestServer.SendAsync(await server.HolderAsync("admin", "counts"), "POST", At("tally"))).Must(200);
        (await CertifyAsync(server, await server.HolderAsync("admin", "certifies"))).Must(200);
    }

    /// <summary>Certifies the result that stands.</summary>
    public static async Task<Answer> CertifyAsync(TestServer server, HttpClient who)
    {
        var result = await TestServer.GetAsync(server.Admin, At("result"));
        var named = new JsonObject { ["result"] = result.Code == 200 ? result.Say("hash") : null };
        return await TestServer.SendAsync(who, "POST", At("certify"), named);
    }

    /// <summary>Confirms the proposal that waits.</summary>
    public static async Task<Answer> ConfirmAsync(TestServer server, HttpClient who)
    {
        var proposal = (string?)(await TestServer.GetAsync(server.Anyone, At(""))).Must(200).Json["proposed"]?["id"];
        return await TestServer.SendAsync(who, "POST", At("window/confirm"), new JsonObject { ["proposal"] = proposal });
    }

    public static async Task<Answer> VoteAsync(TestServer server, string voter, JsonObject choices, string? key = null) =>
        await VoteAsync(await server.HolderAsync("voter", voter), choices, key);

    public static Task<Answer> VoteAsync(HttpClient voter, JsonObject choices, string? key = null) =>
        TestServer.SendAsync(voter, "POST", At("envelopes"), choices, key is null ? [] : [("Idempotency-Key", key)]);

    [GeneratedRegex("<p class=\"code\">(?<code>[0-9A-Z-]{14})</p>", RegexOptions.None, 1000)]
    private static partial Regex Code();

    private static string Letters(int n) => string.Concat($"{n}".Select(d => (char)('ก' + (d - '0'))));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private const string Ballot = """
        { "id": "virtues", "th": "ลงคะแนนสมมติ", "en": "Made-up vote", "src": ["assumed — x"], "contests": [
            { "id": "c-sufficiency", "th": "พอเพียง", "en": "Sufficiency", "item": "vt-a" }, { "id": "c-discipline", "th": "วินัย", "en": "Discipline", "item": "vt-b" }],
          "electorate": { "roster": "staff", "expected": 60, "freeze": "m-freeze", "basis": "assumed" },
          "candidates": { "roster": "staff", "nomination": "none-all-eligible", "selfVote": false, "withdrawal": true, "basis": "assumed" },
          "window": "m-vote", "votesPerContest": 1, "abstain": true, "sameCandidateInSeveralContests": true,
          "secrecy": { "secret": true, "interimResults": "hidden", "interimTurnout": "total-only", "castTime": "none", "minCellForPublication": 5, "receipt": "cast-confirmation-without-choice", "basis": "assumed" },
          "tieBreaks": [{ "rule": "share", "basis": "assumed" }], "publish": { "what": "winners-only", "to": ["chief"], "approver": "chief" }, "award": "aw", "reminders": "rp" }
        """;

    private const string Form = """
        { "id": "f-staff", "th": "บุคลากร", "en": "Staff", "fieldsBasis": "proposed", "signature": "not-required", "src": ["assumed — x"], "fields": [
            { "id": "title", "kind": "title", "th": "คำนำหน้า", "en": "Title", "required": true, "personal": true, "src": ["assumed — x"] },
            { "id": "given", "kind": "given", "th": "ชื่อ", "en": "Given name", "required": true, "personal": true, "src": ["assumed — x"] },
            { "id": "family", "kind": "family", "th": "นามสกุล", "en": "Family name", "required": true, "personal": true, "src": ["assumed — x"] },
            { "id": "position", "kind": "text", "th": "ตำแหน่ง", "en": "Position", "src": ["assumed — x"] },
            { "id": "office", "kind": "choice", "th": "สังกัด", "en": "Office", "src": ["assumed — x"], "options": [{ "value": "21", "th": "สำนักงานจังหวัด", "en": "Province" }] }] }
        """;

    private const string Virtues =
        """{ "id": "vt", "th": "คุณธรรม", "en": "Virtues", "items": [{ "id": "vt-a", "th": "พอเพียง", "en": "Sufficiency" }, { "id": "vt-b", "th": "วินัย", "en": "Discipline" }], "src": ["assumed — x"] }""";

    private const string Task =
        """{ "id": "t-staff", "th": "บัญชีบุคลากร", "en": "Staff list", "kind": "setup", "owner": "chief", "form": "f-staff", "dueBasis": "assumed", "src": ["assumed — x"] }""";

    private const string Roster =
        """{ "id": "staff", "th": "บัญชีบุคลากร", "en": "Staff", "size": 60, "total": 60, "form": "f-staff", "owner": "chief", "src": ["assumed — x"] }""";

    private const string Award =
        """{ "id": "aw", "th": "ประกาศยกย่อง", "en": "Honour", "kind": "announcement", "count": { "min": 1 }, "to": "person", "src": ["assumed — x"] }""";

    private const string Milestones = """
        [{ "id": "m-freeze", "th": "ปิดบัญชี", "en": "Roll closed", "kind": "deadline", "on": "2024-05-08", "time": "16:30", "src": ["assumed — x"] },
         { "id": "m-vote", "th": "ลงคะแนน", "en": "Vote", "kind": "window", "from": "2024-05-09", "to": "2024-05-15", "fromTime": "00:00", "time": "23:59:59", "src": ["assumed — x"] }]
        """;
}
