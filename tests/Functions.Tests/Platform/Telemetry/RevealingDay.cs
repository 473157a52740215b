using System.Text.Json.Nodes;
using CddFunctions.Adapters.Sqlite;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions;
using CddFunctions.Tests.Host;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Platform.Telemetry;

/// <summary>
/// Sends, in every place where a request has room for it, a text that must not turn up anywhere else: fields, file names,
/// headers, queries, paths, keys. Some requests are refused, one meets a bug and one an outage.
/// </summary>
internal sealed class RevealingDay(HttpClient http, string data)
{
    public const string CallersTrace = "4bf92f3577b34da6a3ce929d0e0e4736";

    private const string Given = "สมมติปกปิด";
    private const string Family = "ทดสอบมิดชิด";
    private const string Phone = "080-000-0987";
    private const string Note = "เรื่องส่วนตัวของผู้ส่ง";
    private const string Words = "private words in English";
    private const string File = "บัตรประชาชนของใคร.pdf";
    private const string Key = "idempotency-key-of-someone";
    private const string Query = "query-of-someone";
    private const string Path = "path-of-someone";
    private const string Agent = "Browser-of-someone";
    private const string Client = "203.0.113.77";
    private const string Baggage = "baggage-of-someone";
    private const string State = "tracestate-of-someone";
    private const string Label = "ป้ายของใคร";
    private const string Code = "7K3MX92QHPAR";
    private const string TypedCode = "2222-2222-2222-2222";
    private const string WrongKey = "wrong-key-of-someone-who-tries-his-luck";
    private const string Host = "host-of-someone.example";
    private const string Method = "METHODOFSOMEONE";

    private readonly List<string> _ids = [];

    private readonly List<string> _secrets =
    [
        Given,
        Family,
        Phone,
        "0800000987",
        "+66800000987",
        Note,
        Words,
        File,
        Key,
        Query,
        Path,
        Agent,
        Client,
        Baggage,
        State,
        Label,
        Code,
        TypedCode,
        TypedCode.Replace("-", ""),
        WrongKey,
        Host,
        Method,
        ServerProcess.AdminKey,
    ];

    /// <summary>Everything that was sent and is nobody's business, with the tokens that were handed out.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    /// <summary>Of links and uploads: they open nothing, and the log names them, so that a deed can be followed. Traces and metrics do not.</summary>
    public IReadOnlyList<string> Ids => _ids;

    public async Task PlayAsync()
    {
        http.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        http.DefaultRequestHeaders.Add("X-Forwarded-For", Client);
        http.DefaultRequestHeaders.Add("baggage", $"person={Baggage}");
        var link = (
            await SendAsync("POST", TestServer.Of("links"), new JsonObject { ["role"] = "officer", ["subject"] = "2101" }, AsAdmin)
        ).Must(201);
        var token = link.Say("token");
        _secrets.Add(token);
        _ids.Add(link.Say("id"));
        (string, string) officer = ("Authorization", $"Bearer {token}");

        await HandInAsync(officer);
        await UploadAsync(officer);
        await AskAsync(officer, token);
        (await SendAsync("DELETE", TestServer.Of($"links/{link.Say("id")}"), null, AsAdmin)).Must(204);
        await BreakAsync();
    }

    private static (string, string) AsAdmin => ("x-admin-key", ServerProcess.AdminKey);

    private async Task HandInAsync((string, string) officer)
    {
        var plan = Plan();
        (plan["fields"]!["officer"], plan["fields"]!["phone"], plan["fields"]!["story"]) = ($"นาย{Given} {Family}", Phone, Note);
        (
            await SendAsync(
                "POST",
                Plans,
                plan,
                officer,
                ("Idempotency-Key", Key),
                ("traceparent", $"00-{CallersTrace}-00f067aa0ba902b7-00"),
                ("tracestate", $"v={State}")
            )
        ).Must(201);
        (await SendAsync("POST", Plans, plan, officer, ("Idempotency-Key", Key + "2"))).Must(409);
        var wrong = Plan();
        (wrong["fields"]!["total"], wrong["fields"]!["phone"]) = (Words, Note);
        (await SendAsync("POST", TestServer.HandIn("t-plan", "2101"), wrong, officer, ("Idempotency-Key", Key + "3"))).Must(409);
        (
            await SendAsync(
                "POST",
                TestServer.HandIn("t-note", "2101"),
                FieldValues(("note", 5), (Words, Note)),
                officer,
                ("Idempotency-Key", Key + "4")
            )
        ).Must(400);
        var form = new FormUrlEncodedContent([new("idempotencyKey", Key), new("note", ""), new(Given, Family)]);
        (await TestServer.SendAsync(http, "POST", TestServer.HandIn("t-note", "2101"), form, officer)).Must(400);
        (
            await TestServer.SendAsync(
                http,
                "POST",
                TestServer.Of("links"),
                new StringContent($"{{\"role\": \"{Given}\"", null, "application/json"),
                AsAdmin
            )
        ).Must(400);
        var people = People(15);
        (people[0]!["given"], people[0]!["family"], people[0]!["phone"]) = (Given, Family, Phone);
        (await SendAsync("PUT", TestServer.Of("rosters/people/2101"), new JsonObject { ["entries"] = people }, officer)).Must(200);
    }

    private async Task UploadAsync((string, string) officer)
    {
        var pdf = PdfMaker.PagesOf(2);
        var put = await TicketAsync(officer, pdf.Length);
        (await TestServer.SendAsync(http, "PUT", put, TestServer.Bytes(pdf, "application/pdf"))).Must(200);
        var broken = "just text"u8.ToArray();
        (await TestServer.SendAsync(http, "PUT", await TicketAsync(officer, broken.Length), TestServer.Bytes(broken, "text/plain"))).Must(
            422
        );
        (await TestServer.SendAsync(http, "PUT", put + "x", TestServer.Bytes(pdf, "application/pdf"))).Must(403);
    }

    private async Task<string> TicketAsync((string, string) officer, int length)
    {
        var ask = new JsonObject
        {
            ["fileName"] = File,
            ["contentType"] = "application/pdf",
            ["length"] = length,
        };
        var ticket = (await SendAsync("POST", TestServer.Of("uploads"), ask, officer)).Must(201);
        var put = new Uri(ticket.Say("putUrl"));
        _secrets.Add(put.Query["?ticket=".Length..]);
        _ids.Add(ticket.Say("uploadId"));
        return put.PathAndQuery;
    }

    private async Task AskAsync((string, string) officer, string token)
    {
        (await SendAsync("GET", $"{Plans}?name={Query}", null, officer)).Must(400);
        (await SendAsync("GET", $"/api/ui/{Id}?t={token}", null)).Must(303);
        (await SendAsync("GET", $"/api/ui/{Id}", null, ("Cookie", $"cdd-{Id}={token}"))).Must(200);
        (await SendAsync("GET", $"/api/ui/{Id}/vote/nothing?k={Code}", null)).Must(404);
        for (var n = 0; n < 3; n++)
            (await TestServer.SendAsync(http, "POST", $"/api/ui/{Id}/sign-in", new FormUrlEncodedContent([new("code", TypedCode)]))).Must(
                401
            );
        (await SendAsync("GET", $"/api/{Path}?phone={Phone}", null)).Must(404);
        (await SendAsync("GET", TestServer.Of("obligations"), null, ("x-admin-key", WrongKey))).Must(401);
        (await SendAsync("GET", TestServer.Of("obligations"), null, ("Authorization", $"Bearer {WrongKey}"))).Must(401);
        (await SendAsync("GET", "/api/health", null, ("Host", Host))).Must(200);
        (await SendAsync(Method, "/api/health", null)).Must(405);
        (await SendAsync("POST", TestServer.Of("exports"), new JsonObject { ["label"] = Label }, AsAdmin)).Must(201);
    }

    /// <summary>
    /// A stored hand-in that cannot be read any more (a bug: its JSON exception names the key), and a files folder that is none.
    /// </summary>
    private async Task BreakAsync()
    {
        await using (var documents = SqliteDocuments.Open(System.IO.Path.Combine(data, "cdd.db"), TimeProvider.System))
        {
            var partition = SubmissionStore.Partition(Id);
            var id = SubmissionStore.Id("t-noon", "2102");
            var body = new JsonObject
            {
                ["task"] = "t-noon",
                ["unit"] = "2102",
                ["revisions"] = new JsonArray(new JsonObject { ["files"] = new JsonObject { [Given] = 5 } }),
            };
            Assert.NotNull(await documents.TryCreateAsync(partition, id, System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()), default));
        }

        (await SendAsync("GET", TestServer.HandIn("t-noon", "2102"), null, AsAdmin)).Must(500);
        Directory.Delete(System.IO.Path.Combine(data, "files"), recursive: true);
        await System.IO.File.WriteAllTextAsync(System.IO.Path.Combine(data, "files"), "");
        var put = await TicketAsync(AsAdmin, 9);
        (await TestServer.SendAsync(http, "PUT", put, TestServer.Bytes("just text"u8.ToArray(), "text/plain"))).Must(503);
    }

    private static string Plans => TestServer.HandIn("t-plan", "2101");

    private Task<Answer> SendAsync(string method, string path, JsonNode? json, params (string Name, string Value)[] headers) =>
        TestServer.SendAsync(http, method, path, json, headers);
}
