using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using ClosedXML.Excel;
using static CddFunctions.Tests.Submissions.Rosters.PhayaoSite;

namespace CddFunctions.Tests.Submissions.Rosters;

/// <summary>The lists of fifteen leaders of the shipped Phayao definition, for real tambons and made-up people.</summary>
[Trait("suite", "http")]
public sealed class PhayaoRosterTests
{
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

    private static Task<Answer> HandInAsync(HttpClient client, string task, string unit, JsonObject body) =>
        TestServer.SendAsync(client, "POST", Address(task, unit), body, ("Idempotency-Key", "k"));

    private static Task<Answer> PutAsync(HttpClient client, string tambon, JsonArray entries) =>
        TestServer.SendAsync(client, "PUT", Roster(tambon), new JsonObject { ["entries"] = entries });

    private static string Address(string task, string unit) => $"{Campaign}tasks/{task}/units/{unit}/submissions";
}
