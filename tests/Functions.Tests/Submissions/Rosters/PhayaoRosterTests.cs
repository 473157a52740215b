using System.Text.Json.Nodes;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using ClosedXML.Excel;

namespace CddFunctions.Tests.Submissions.Rosters;

/// <summary>The lists of fifteen leaders of the shipped Phayao definition, for real tambons and made-up people.</summary>
[Trait("suite", "http")]
public sealed class PhayaoRosterTests
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Campaign = $"/api/campaigns/{Definitions.Phayao}/";
    private const string MaeTam = "560102";

    private static readonly string[] Tambons =
    [
        "560101",
        MaeTam,
        "560201",
        "560301",
        "560401",
        "560501",
        "560601",
        "560701",
        "560801",
        "560901",
    ];

    /// <summary>The day before the lists are due, 9:00 in Bangkok.</summary>
    private static readonly DateTimeOffset Start = new(2021, 3, 22, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(14, 422)]
    [InlineData(15, 201)]
    [InlineData(16, 422)]
    public async Task A_tambon_hands_in_exactly_fifteen_names(int names, int status)
    {
        await using var server = await StartAsync();
        var district = await OfficerAsync(server, "5601");

        var answer = await HandInAsync(
            district,
            "t-roster-district",
            MaeTam,
            MadeUpCampaign.FieldValues(("leaders", Leaders(MaeTam, names)))
        );

        answer.Must(status);
        if (status == 422)
            Assert.Equal(["leaders"], answer.Must(422, "rules-broken").Errors.Select(e => e.Key));
        else
            Assert.True((bool)answer.Json["onTime"]!);
    }

    [Fact]
    public async Task The_template_of_a_real_tambon_comes_back_as_the_same_list()
    {
        await using var server = await StartAsync();
        var district = await OfficerAsync(server, "5601");
        (await PutAsync(server.Admin, MaeTam, Leaders(MaeTam, 14))).Must(422, "rules-broken");
        var given = (await PutAsync(server.Admin, MaeTam, Leaders(MaeTam, 15))).Must(200).Json["entries"]!;

        var template = (await TestServer.GetAsync(district, Roster(MaeTam) + "/template.xlsx")).Must(200).Bytes;
        var back = (await TestServer.SendAsync(district, "PUT", Roster(MaeTam), TestServer.Bytes(template, Excel))).Must(200);

        using var book = new XLWorkbook(new MemoryStream(template));
        Assert.EndsWith("แม่ต๋ำ", book.Worksheets.First().Cell(1, 1).GetString(), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(given, back.Json["entries"]), back.Text);
        Assert.Empty(back.Json["changes"]!.AsArray());
        (await HandInAsync(district, "t-roster-district", MaeTam, MadeUpCampaign.FieldValues())).Must(201);
    }

    [Fact]
    public async Task The_province_sends_its_hundred_and_fifty_once_all_ten_lists_are_accepted()
    {
        await using var server = await StartAsync();
        var province = await OfficerAsync(server, "56");
        foreach (var tambon in Tambons)
        {
            var refused = (await HandInAsync(province, "t-roster-province", "56", MadeUpCampaign.FieldValues())).Must(
                409,
                "sources-missing"
            );
            Assert.Equal(Tambons[Array.IndexOf(Tambons, tambon)..], refused.Json["missing"]!.AsArray().Select(u => (string)u!));

            var sent = (
                await HandInAsync(
                    await OfficerAsync(server, tambon[..4]),
                    "t-roster-district",
                    tambon,
                    MadeUpCampaign.FieldValues(("leaders", Leaders(tambon, 15)))
                )
            ).Must(201);
            (
                await TestServer.SendAsync(
                    server.Admin,
                    "POST",
                    Address("t-roster-district", tambon) + "/review",
                    new JsonObject { ["decision"] = "accept" },
                    ("If-Match", sent.ETag)
                )
            ).Must(200);
        }

        (await HandInAsync(province, "t-roster-province", "56", MadeUpCampaign.FieldValues())).Must(201);

        var counts = await Task.WhenAll(
            Tambons.Select(async t => (await TestServer.GetAsync(server.Admin, Roster(t))).Must(200).Json["entries"]!.AsArray().Count)
        );
        Assert.Equal(150, counts.Sum());
    }

    private static async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync(change: ToPhayao, at: Start);
        await ChooseAsync(server, "py-target-tambons", [.. Tambons.Select(t => new JsonObject { ["code"] = t })]);
        await ChooseAsync(server, "py-villages", [.. Tambons.Select(t => new JsonObject { ["code"] = t + "01", ["th"] = "บ้านสมมติ" })]);
        return server;
    }

    private static void ToPhayao(JsonObject programme)
    {
        programme.Clear();
        foreach (var (name, value) in Definitions.Load(Definitions.Phayao))
            programme[name] = value?.DeepClone();
    }

    private static async Task ChooseAsync(TestServer server, string set, JsonArray units) =>
        (await TestServer.SendAsync(server.Admin, "PUT", $"{Campaign}unit-sets/{set}", new JsonObject { ["units"] = units })).Must(200);

    private static async Task<HttpClient> OfficerAsync(TestServer server, string unit) => server.With((
                await TestServer.SendAsync(
                    server.Admin,
                    "POST",
                    Campaign + "links",
                    new JsonObject
                    {
                        ["role"] = "officer",
                        ["subject"] = unit,
                        ["expiresAt"] = "2021-12-31T00:00:00Z",
                    }
                )
            ).Must(201).Say("token"));

    private static Task<Answer> HandInAsync(HttpClient client, string task, string unit, JsonObject body) =>
        TestServer.SendAsync(client, "POST", Address(task, unit), body, ("Idempotency-Key", "k"));

    private static Task<Answer> PutAsync(HttpClient client, string tambon, JsonArray entries) =>
        TestServer.SendAsync(client, "PUT", Roster(tambon), new JsonObject { ["entries"] = entries });

    private static string Address(string task, string unit) => $"{Campaign}tasks/{task}/units/{unit}/submissions";

    private static string Roster(string tambon) => $"{Campaign}rosters/py-leaders/{tambon}";

    private static JsonArray Leaders(string tambon, int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i =>
                {
                    var leader = MadeUpCampaign.Person(i);
                    (leader["no"], leader["village"], leader["role"], leader["status"]) = (
                        Math.Min(i, 15),
                        tambon + "01",
                        "ผู้นำสมมติ",
                        "ls-same"
                    );
                    return leader;
                }),
        ];
}
