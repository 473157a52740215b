using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Platform.Media;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Platform.Telemetry;

/// <summary>The counters that operators look at, against what was really answered.</summary>
public sealed class OutcomesTests
{
    [Fact]
    public async Task Hand_ins_are_counted_by_how_they_came_out_also_forms_and_failures()
    {
        await using var server = await TestServer.StartInProcessAsync();
        using var heard = new Measurements(server.Services.GetRequiredService<IMeterFactory>());
        var officer = await server.OfficerAsync("2101");

        (await TestServer.PostAsync(officer, "t-plan", "2101", "k", Plan())).Must(201);
        (await TestServer.PostAsync(officer, "t-plan", "2101", "other", Plan())).Must(409, "already-submitted");
        (
            await TestServer.SendAsync(
                officer,
                "POST",
                TestServer.HandIn("t-note", "2101"),
                new FormUrlEncodedContent([new("idempotencyKey", "k"), new("note", "")])
            )
        ).Must(400);
        (await TestServer.PostAsync(server.Anyone, "t-plan", "2101", "k", Plan())).Must(401);
        (await TestServer.GetAsync(officer, TestServer.HandIn("t-plan", "2101"))).Must(200);

        Assert.Equal(
            ["ok = 1", "already-submitted = 1", "fields-malformed = 1", "identity-missing = 1"],
            heard.Heard.Select(h => h.Replace("cdd.hand_ins cdd.outcome=", "", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Files_are_counted_by_what_they_are()
    {
        await using var server = await TestServer.StartInProcessAsync();
        using var heard = new Measurements(server.Services.GetRequiredService<IMeterFactory>());
        var officer = await server.OfficerAsync("2101");

        foreach (var (bytes, status) in new[] { (PdfMaker.PagesOf(1), 200), ("just text"u8.ToArray(), 422) })
        {
            var ask = new JsonObject
            {
                ["fileName"] = "a.pdf",
                ["contentType"] = "application/pdf",
                ["length"] = bytes.Length,
            };
            var ticket = (await TestServer.SendAsync(officer, "POST", TestServer.Of("uploads"), ask)).Must(201);
            (
                await TestServer.SendAsync(
                    server.Anyone,
                    "PUT",
                    new Uri(ticket.Say("putUrl")).PathAndQuery,
                    TestServer.Bytes(bytes, "application/pdf")
                )
            ).Must(status);
        }

        Assert.Equal(
            ["cdd.uploads cdd.kind=Pdf cdd.outcome=ok = 1", "cdd.uploads cdd.kind=Unknown cdd.outcome=wrong-file-type = 1"],
            heard.Heard
        );
    }

    [Fact]
    public async Task An_export_says_how_many_rows_it_wrote()
    {
        await using var server = await TestServer.StartInProcessAsync();
        using var heard = new Measurements(server.Services.GetRequiredService<IMeterFactory>());

        var made = (await TestServer.SendAsync(server.Admin, "POST", TestServer.Of("exports"), new JsonObject())).Must(201);

        var rows = made.Json["files"]!
            .AsArray()
            .Where(f => ((string)f!["name"]!).EndsWith(".csv", StringComparison.Ordinal))
            .Sum(f => (long)f!["rows"]!);
        Assert.Equal(["cdd.export.duration cdd.campaign=made-up", $"cdd.export.rows cdd.campaign=made-up = {rows}"], heard.Heard);
    }
}
