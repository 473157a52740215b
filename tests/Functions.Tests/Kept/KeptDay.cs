using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Ballots;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;

namespace CddFunctions.Tests.Kept;

/// <summary>
/// A day of a made-up programme, played into a data folder that is then closed, with what its addresses answered. The folder
/// that an older version wrote lies beside this file as <c>written.zip</c>; a newer version must answer from it the same.
/// </summary>
internal static class KeptDay
{
    private const string AnswersFile = "answers.json";

    /// <summary>What is read and compared: every kind of thing that the day wrote.</summary>
    private static readonly string[] Read =
    [
        "obligations",
        "tasks/t-plan/units/2101/submissions",
        "tasks/t-book/units/2101/submissions",
        "tasks/t-note/units/2101/submissions",
        "rosters/people/2101",
        "links",
        "exports",
        "exports/latest/manifest.json",
        "exports/latest/datasets/submissions.csv",
        $"ballots/{VirtueBallot.Id}",
        $"ballots/{VirtueBallot.Id}/roll",
        $"ballots/{VirtueBallot.Id}/turnout",
        "audit?limit=1000",
    ];

    /// <param name="Tokens">By role.</param>
    /// <param name="Bodies">By address: what the administrator was told when the day was over.</param>
    public sealed record Answers(IReadOnlyDictionary<string, string> Tokens, IReadOnlyDictionary<string, string> Bodies);

    public static async Task PlayAsync(string folder)
    {
        new TestClock(Path.Combine(folder, "clock")).Now = MadeUpCampaign.Start;
        await using var server = await VirtueBallot.StartAsync(data: folder);
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, subject) in new[] { ("officer", "2101"), ("viewer", "province"), ("admin", "second"), ("intake", "t-opinion") })
            tokens[role] = (await server.LinkAsync(role, subject)).Say("token");

        await HandInAsync(server, server.With(tokens["officer"]));
        await ChooseAsync(server);
        await VoteAsync(server);
        var export = new JsonObject { ["label"] = "ป้ายสมมติ", ["freeze"] = true };
        (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), export)).Must(201);
        var answers = new Answers(tokens, await ReadAsync(server));
        await File.WriteAllTextAsync(Path.Combine(folder, AnswersFile), JsonSerializer.Serialize(answers));
    }

    public static Answers AnswersOf(string folder) =>
        JsonSerializer.Deserialize<Answers>(File.ReadAllText(Path.Combine(folder, AnswersFile)))!;

    /// <summary>The programme as the folder was written with it.</summary>
    public static JsonObject ProgrammeOf(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "definitions", "made-up.json")))!.AsObject();

    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(TestServer server)
    {
        var bodies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Read)
            bodies[path] = (await TestServer.GetAsync(server.Admin, TestServer.Of(path))).Must(200).Text;

        return bodies;
    }

    /// <summary>The folder of <c>written.zip</c>, unpacked where a test may change it.</summary>
    public static string Unpack()
    {
        var folder = Directory.CreateTempSubdirectory("cdd-kept-").FullName;
        ZipFile.ExtractToDirectory(Path.Combine(Repository.Root, "tests/Functions.Tests/Kept/written.zip"), folder);
        return folder;
    }

    /// <summary>A plan that was returned and came again, a book with its file, two notes, a list; and more time for an office.</summary>
    private static async Task HandInAsync(TestServer server, HttpClient officer)
    {
        (await TestServer.PostAsync(officer, "t-plan", "2101", "plan", MadeUpCampaign.Plan())).Must(201);
        var plan = await TestServer.GetAsync(server.Admin, TestServer.HandIn("t-plan", "2101"));
        var returned = (await server.ReviewAsync("t-plan", "2101", plan.ETag, "return")).Must(200);
        (await TestServer.PutAsync(officer, "t-plan", "2101", returned.ETag, MadeUpCampaign.Plan())).Must(200);

        var pdf = PdfMaker.PagesOf(3);
        var ticket = (await Uploading.TicketAsync(officer, pdf.Length, "t-book", "file")).Must(201);
        (await Uploading.SendAsync(server, officer, ticket, pdf)).Must(200);
        var book = new JsonObject
        {
            ["fields"] = new JsonObject(),
            ["uploads"] = new JsonObject { ["file"] = ticket.Say("uploadId") },
        };
        (await TestServer.PostAsync(officer, "t-book", "2101", "book", book)).Must(201);

        foreach (var note in new[] { "ข้อหนึ่ง", "ข้อสอง" })
        {
            var body = new JsonObject { ["fields"] = new JsonObject { ["note"] = note } };
            (await TestServer.PostAsync(officer, "t-note", "2101", $"key {note.Length}", body)).Must(201);
        }

        var list = new JsonObject { ["entries"] = MadeUpCampaign.People(15) };
        (await TestServer.SendAsync(officer, "PUT", TestServer.Of("rosters/people/2101"), list)).Must(200);
        var extension = new JsonObject { ["until"] = "2024-05-27", ["reason"] = "น้ำท่วม" };
        (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("obligations/t-plan/2102/extension"), extension)).Must(200);
    }

    private static async Task ChooseAsync(TestServer server)
    {
        var units = new[] { "210101", "210201", "210301" }.Select(code => new JsonObject { ["code"] = code });
        var choice = new JsonObject { ["units"] = new JsonArray([.. units]) };
        (await TestServer.SendAsync(server.Admin, "PUT", TestServer.Of("unit-sets/tambons"), choice)).Must(200);
    }

    /// <summary>Three of five vote; nobody has counted yet.</summary>
    private static async Task VoteAsync(TestServer server)
    {
        var roll = await VirtueBallot.FreezeAsync(server, 5);
        foreach (var voter in roll.Take(3))
            (await VirtueBallot.VoteAsync(server, voter, VirtueBallot.Choices(roll[4], roll[3]))).Must(201);
    }
}
