using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.OtherForms;

/// <summary>
/// The HTTP action of docs/th with its expressions filled in as Power Automate does: every answer of Microsoft Forms is text.
/// </summary>
[Trait("suite", "http")]
public sealed partial class PowerAutomateTests : IAsyncLifetime
{
    private const string Task = "t-innovation-activity";
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IntakeLab.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_response_becomes_a_hand_in_and_a_retry_the_same_receipt()
    {
        var answers = Answers();

        var first = await SendAsync(answers);
        var again = await SendAsync(answers);

        Assert.Equal(first.Must(201).Say("receipt"), again.Must(201).Say("receipt"));
        var kept = await IntakeLab.OnlyHandInAsync(_server, Task, "2106");
        Assert.Equal(["pt-state", "pt-private"], kept["fields"]!["partners"]!.AsArray().Select(p => p!.GetValue<string>()));
        Assert.Equal(40, kept["fields"]!["people"]!.GetValue<int>());
        Assert.False(kept["fields"]!.AsObject().ContainsKey("income")); // not answered: empty text
    }

    [Fact]
    public async Task An_office_that_does_not_owe_the_task_is_refused()
    {
        var answers = Answers();
        answers["r1"] = "เมืองพะเยา";

        (await SendAsync(answers)).Must(404, "unit-not-in-task");
    }

    [Fact]
    public async Task The_link_writes_one_task_and_reads_nothing()
    {
        using var client = _server.With(await IntakeLab.TokenAsync(_server, Task));

        (await TestServer.GetAsync(client, IntakeLab.Address(Task, "2106"))).Must(403, "not-yours");
        (await TestServer.GetAsync(client, $"/api/campaigns/{Definitions.Rayong}/obligations")).Must(403, "not-yours");
        (
            await TestServer.SendAsync(
                client,
                "POST",
                IntakeLab.Address("t-assign", "2106"),
                new JsonObject { ["fields"] = new JsonObject() },
                ("Idempotency-Key", "x")
            )
        ).Must(403, "not-yours");
    }

    private static Dictionary<string, string> Answers() =>
        new(StringComparer.Ordinal)
        {
            ["r1"] = "ปลวกแดง",
            ["r2"] = "กิจกรรมสานพลังความร่วมมือ",
            ["r3"] = """["ภาครัฐ","ภาคเอกชน"]""",
            ["r4"] = "2024-04-10",
            ["r5"] = "40",
            ["r6"] = "",
            ["r7"] = "ปลูกผัก\nร่วมกัน \"ทุกวัน\"",
            ["responseId"] = "17",
        };

    private async Task<Answer> SendAsync(Dictionary<string, string> answers)
    {
        var action = JsonNode.Parse(Repository.Read("docs/th/power-automate.json"))!["inputs"]!;
        var headers = action["headers"]!.AsObject().ToDictionary(h => h.Key, h => Fill(h.Value!.GetValue<string>(), answers));
        headers["Authorization"] = headers["Authorization"]
            .Replace("โทเคน", await IntakeLab.TokenAsync(_server, Task), StringComparison.Ordinal);
        var body = new JsonObject
        {
            ["fields"] = new JsonObject(
                action["body"]!["fields"]!
                    .AsObject()
                    .Select(f => KeyValuePair.Create(f.Key, (JsonNode?)Fill(f.Value!.GetValue<string>(), answers)))
            ),
        };
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
        content.Headers.TryAddWithoutValidation("Content-Type", headers["Content-Type"]);
        headers.Remove("Content-Type");

        return await TestServer.SendAsync(
            _server.Anyone,
            action["method"]!.GetValue<string>(),
            Fill(action["uri"]!.GetValue<string>(), answers).Replace("https://ที่อยู่ระบบ", "", StringComparison.Ordinal),
            content,
            [
                .. headers.Select(h => (h.Key, h.Value)),
                ("User-Agent", "azure-logic-apps/1.0 (workflow made-up; version 1) microsoft-flow/1.0"),
                ("x-ms-workflow-id", "made-up"),
                ("x-ms-client-tracking-id", "made-up"),
                ("Accept-Encoding", "gzip,deflate"),
            ]
        );
    }

    private static string Fill(string expression, Dictionary<string, string> answers) =>
        Place()
            .Replace(
                expression,
                place =>
                    place.Groups["function"].Length > 0
                        ? Uri.EscapeDataString(answers[place.Groups["name"].Value])
                        : answers[place.Groups["name"].Value]
            );

    [GeneratedRegex(
        @"@\{(?<function>uriComponent\()?(outputs\('Get_response_details'\)|triggerOutputs\(\))\?\['body/(resourceData/)?(?<name>\w+)'\]\)?\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Place();
}
