using System.Text.Json.Nodes;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.OtherForms;

/// <summary>A tambon by its name, as a form with a list of names gives it (t-select-area, Rayong ข้อ ๓.๑).</summary>
[Trait("suite", "http")]
public sealed class PlaceNamesTests : IAsyncLifetime
{
    private const string Task = "t-select-area";
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IntakeLab.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("210501", null)]
    [InlineData("ตำบลบ้านค่าย", null)]
    [InlineData("๒๑๐๕๐๑", null)]
    [InlineData("บ้านฉาง", "tambon")] // of another district
    [InlineData("ไม่มีที่นี่", "tambon")]
    public async Task A_name_counts_inside_the_unit_that_hands_in(string tambon, string? refused)
    {
        var form = Definitions.Load(Definitions.Rayong)["forms"]!.AsArray().Single(f => f!["id"]!.GetValue<string>() is "f-area")!;
        var fields = new JsonObject { ["name"] = "แปลงทดสอบ", ["tambon"] = tambon };
        foreach (
            var field in form["fields"]!
                .AsArray()
                .Where(f => f!["required"]?.GetValue<bool>() is true && !fields.ContainsKey(f["id"]!.GetValue<string>()))
        )
            fields[field!["id"]!.GetValue<string>()] = "ตัวอย่าง";
        using var client = _server.With(await IntakeLab.TokenAsync(_server, Task));

        var answer = await TestServer.SendAsync(
            client,
            "POST",
            IntakeLab.Address(Task, "2105"),
            new JsonObject { ["fields"] = fields },
            ("Idempotency-Key", tambon.Length + "key")
        );

        if (refused is null)
        {
            answer.Must(201);
            var kept = (await TestServer.GetAsync(_server.Admin, IntakeLab.Address(Task, "2105"))).Must(200).Json["current"]!;
            Assert.Equal("210501", kept["fields"]!["tambon"]!.GetValue<string>());
        }
        else
        {
            Assert.Equal([refused], answer.Must(400, "fields-malformed").Errors.Select(e => e.Key));
        }
    }
}
