using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Submissions.HandIns.Pages;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Submissions.HandIns;

/// <summary>Random values in every field, as a program, a form and the page send them: taken or refused, never a fault of the server.</summary>
[Trait("suite", "http")]
public sealed class FuzzTests
{
    private const int Rounds = 150;

    private static readonly string[] Odd =
    [
        "79000000000000000000000000000",
        "-79228162514264337593543950335",
        "1e400",
        "๑,๒๐๐ บาท",
        "1.200",
        "５０００",
        "฿฿5",
        "15/5/24",
        "31/2/2567",
        "๓๐ กุมภาพันธ์ ๒๕๖๗",
        "9999-12-31",
        "0001-01-01",
        "\u0000",
        "\uFFFE",
        "\u0E48\u0E48",
        "[\"a\"]",
        "[[[[",
        "true",
        "0800000000 ต่อ 1",
        "+66",
        "999,999",
        "12.68,101.28",
        "https://[",
        "javascript:alert(1)",
        "=1+1",
        new('9', 5000),
        new('ำ', 3000),
    ];

    private static readonly string[] Typed = ["officer", "phone", "start", "tambon", "done", "link", "place", "people", "total", "story"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(Odd),
        ArbMap.Default.ArbFor<string?>().Generator.Select(s => s ?? ""),
        Gen.Choose(0, int.MaxValue).Select(n => $"{n:#,0}"),
        Gen.Choose(0, 60_000)
            .Select(n => new DateOnly(1900, 1, 1).AddDays(n).ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture))
    );

    private static readonly Gen<JsonNode?> Value = Gen.OneOf(
        Text.Select(t => (JsonNode?)JsonValue.Create(Whole(t))),
        Gen.Elements(
                "1e400",
                "1e26",
                "-0.0",
                "0.1e-30",
                "123456789012345678901234567890",
                "true",
                "null",
                "[]",
                "{}",
                "[1,[2]]",
                "[\"a\",\"b\"]"
            )
            .Select(j => JsonNode.Parse(j))
    );

    [Fact]
    public async Task No_value_of_a_program_is_a_fault_of_the_server()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        foreach (var (values, n) in Value.ListOf(Typed.Length + 4).Sample(Rounds, 50).Select((v, n) => (v.ToList(), n)))
        {
            var fields = new JsonObject(Typed.Select((name, i) => KeyValuePair.Create(name, values[i]?.DeepClone())));
            fields["kinds"] = values[Typed.Length]?.DeepClone();
            fields["lines"] =
                n % 7 == 0 ? values[^1]?.DeepClone() : new JsonArray(Line(values[^3], values[^2]), Line(values[^2], values[^1]));

            var answer = await TestServer.PostAsync(officer, "t-plan", "2101", $"k{n}", new JsonObject { ["fields"] = fields });

            Assert.True(answer.Code is 201 or 400 or 409 or 422, $"{answer.Code}: {fields.ToJsonString()} {answer.Text}");
        }
    }

    [Fact]
    public async Task No_value_of_the_page_is_a_fault_of_the_server()
    {
        await using var server = await TestServer.StartAsync();
        var office = await FormClient.OpenAsync(server, "officer", "2101");
        var hidden = FormClient.Hidden(await office.GetAsync(FormClient.Page("t-plan", "2101")));
        string[] names =
        [
            .. Typed,
            "start.day",
            "start.month",
            "start.year",
            "lines[0].name",
            "lines[0].amount",
            "lines[1].amount",
            "page.add",
        ];
        foreach (var values in Text.ListOf(names.Length).Sample(Rounds, 50).Select(v => v.ToList()))
        {
            var answer = await office.PostAsync(
                FormClient.Page("t-plan", "2101"),
                [
                    .. hidden,
                    .. names.Select((name, i) => (name, Whole(values[i]))).Where(f => f.name != "page.add" || values[0].Length % 5 == 0),
                ]
            );

            Assert.True(answer.Code is 200 or 303 or 400 or 409 or 412 or 422, $"{answer.Code}: {string.Join(" | ", values)}");
        }
    }

    [Fact]
    public async Task No_value_of_a_list_is_a_fault_of_the_server()
    {
        await using var server = await TestServer.StartAsync();
        var officer = await server.OfficerAsync("2101");
        foreach (var values in Value.ListOf(5).Sample(Rounds, 50).Select(v => v.ToList()))
        {
            string[] columns = ["no", "title", "given", "family", "phone"];
            var row = new JsonObject(columns.Select((name, i) => KeyValuePair.Create(name, values[i]?.DeepClone())));
            var list = new JsonArray([.. Enumerable.Range(0, 15).Select(_ => row.DeepClone())]);

            var answer = await TestServer.SendAsync(
                officer,
                "PUT",
                TestServer.Of("rosters/people/2101"),
                new JsonObject { ["entries"] = list }
            );

            Assert.True(answer.Code is 200 or 400 or 422, $"{answer.Code}: {row.ToJsonString()} {answer.Text}");
        }
    }

    private static JsonObject Line(JsonNode? name, JsonNode? amount) =>
        new() { ["name"] = name?.DeepClone(), ["amount"] = amount?.DeepClone() };

    /// <summary>Half a character cannot be sent as UTF-8.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
