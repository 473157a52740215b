using System.Text.Json.Nodes;
using CddFunctions.Demo.Files;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.OtherForms;

/// <summary>The script of docs/th, run as Google runs it: its requests are what Apps Script sends.</summary>
[Trait("suite", "http")]
public sealed class GoogleFormsTests : IAsyncLifetime
{
    private const string Task = "t-innovation-activity";
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IntakeLab.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("บ้านค่าย")]
    [InlineData("อำเภอบ้านค่าย")]
    [InlineData("2105")]
    public async Task An_answer_with_a_photo_becomes_a_hand_in_with_a_receipt(string office)
    {
        var printed = Run(await TokenAsync(), Answers(office));

        var kept = await IntakeLab.OnlyHandInAsync(_server, Task, "2105");
        Assert.Equal($"เลขที่ใบรับ {kept["receipt"]}", printed);
        Assert.Equal("ak-join", kept["fields"]!["kind"]!.GetValue<string>());
        Assert.Equal(["pt-state", "pt-private"], kept["fields"]!["partners"]!.AsArray().Select(p => p!.GetValue<string>()));
        Assert.Equal("2024-04-10", kept["fields"]!["date"]!.GetValue<string>());
        Assert.Equal(1200.5m, kept["fields"]!["income"]!.GetValue<decimal>());
        Assert.Equal("ภาพ.png", kept["files"]!["photos"]![0]!["fileName"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_trigger_that_fires_twice_hands_in_once()
    {
        var token = await TokenAsync();
        var without = Answers("บ้านค่าย", photo: false);

        Assert.Equal(Run(token, without), Run(token, without));
        await IntakeLab.OnlyHandInAsync(_server, Task, "2105");
    }

    [Fact]
    public async Task What_is_refused_is_told_to_the_owner_of_the_form_and_nothing_is_kept()
    {
        var answers = Answers("บ้านค่าย", photo: false);
        answers[1]![1] = "เที่ยวทะเล";

        var printed = Run(await TokenAsync(), answers);

        Assert.StartsWith("FAILED 400", printed, StringComparison.Ordinal);
        Assert.Contains("ไม่มีตัวเลือก “เที่ยวทะเล”", printed, StringComparison.Ordinal);
        Assert.Empty(await IntakeLab.HandInsAsync(_server, Task, "2105"));
    }

    [Fact]
    public async Task A_form_encoded_payload_is_answered_as_its_sender_asks()
    {
        // UrlFetchApp with an object as payload; several answers as JSON text.
        Dictionary<string, string> payload = new()
        {
            ["kind"] = "กิจกรรมสานพลังความร่วมมือ",
            ["partners"] = """["ภาครัฐ","ภาคเอกชน"]""",
            ["date"] = "2024-04-10",
            ["people"] = "๔๐",
            ["story"] = "ปลูกผัก",
        };
        using var client = _server.With(await TokenAsync());

        var json = await SendAsync("form-1", "application/json");
        var page = await SendAsync("form-1", null);
        payload["kind"] = "";
        var refused = await SendAsync("form-2", "application/json");

        Assert.Equal("application/json", json.Must(201).Type);
        Assert.Equal("text/html", page.Must(201).Type);
        Assert.Contains(json.Say("receipt"), page.Text, StringComparison.Ordinal);
        Assert.Equal(["kind"], refused.Must(400, "fields-malformed").Errors.Select(e => e.Key));

        Task<Answer> SendAsync(string key, string? accept) =>
            TestServer.SendAsync(
                client,
                "POST",
                IntakeLab.Address(Task, "บ้านค่าย"),
                new FormUrlEncodedContent(payload),
                accept is null ? [("Idempotency-Key", key)] : [("Idempotency-Key", key), ("Accept", accept)]
            );
    }

    private async Task<string> TokenAsync() => await IntakeLab.TokenAsync(_server, Task);

    private static JsonArray Answers(string office, bool photo = true) =>
        [
            new JsonArray("อำเภอ", office),
            new JsonArray("ประเภทกิจกรรม", "กิจกรรมสานพลังความร่วมมือ"),
            new JsonArray("ภาคีที่ร่วมกิจกรรม", new JsonArray("ภาครัฐ", "ภาคเอกชน")),
            new JsonArray("วันที่จัด", "2024-04-10"),
            new JsonArray("ผู้เข้าร่วม (คน)", "๔๐"),
            new JsonArray("รายได้ที่เกิดขึ้น (บาท)", "1,200.50"),
            new JsonArray("สรุปกิจกรรม", "ปลูกผักสวนครัว"),
            new JsonArray("คำถามอื่นที่ระบบไม่ใช้", "ไม่ส่ง"),
            .. photo ? [new JsonArray("ภาพกิจกรรม", new JsonArray("drive-1"))] : Array.Empty<JsonNode>(),
        ];

    private string Run(string token, JsonArray answers)
    {
        var response = new JsonObject
        {
            ["id"] = "2_ABaOnudResponse",
            ["properties"] = new JsonObject
            {
                ["CDD_URL"] = _server.Address.TrimEnd('/'),
                ["CDD_CAMPAIGN"] = Definitions.Rayong,
                ["CDD_TASK"] = Task,
                ["CDD_TOKEN"] = token,
            },
            ["answers"] = answers.DeepClone(),
            ["files"] = new JsonObject
            {
                ["drive-1"] = new JsonObject
                {
                    ["name"] = "ภาพ.png",
                    ["type"] = "image/png",
                    ["base64"] = Convert.ToBase64String(DemoPicture.Png()),
                },
            },
        };
        return Assert.Single(
            NodeTool.Run("apps-script.mjs", Path.Combine(Repository.Root, "docs", "th", "google-forms.gs"), [response.ToJsonString()])
        );
    }
}
