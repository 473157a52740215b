using System.Text.Json.Nodes;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Campaigns;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Web;
using static CddFunctions.Tests.Http.MadeUpCampaign;

namespace CddFunctions.Tests.Board;

[Trait("suite", "http")]
public sealed class FirstStepsTests
{
    private const string Start = $"/api/ui/{TestServer.Campaign}";

    [Fact]
    public async Task Each_step_says_how_far_it_is_and_the_first_that_is_left_comes_next()
    {
        await using var server = await TestServer.StartAsync(change: c =>
        {
            c.At("unitSets/villages")["chosen"]!["by"] = "officer";
            c.List("openQuestions").Add(Question());
        });
        var admin = await ReaderAsync(server, "admin");

        var empty = await admin.PageAsync(Start);
        Assert.Contains("เสร็จ 0 จาก 6 ขั้น", empty);
        Assert.Contains("<details class=\"first-steps no-print\" open>", empty);
        Assert.Contains("ยังขาด 3 แห่ง", empty);
        Assert.Contains("อำเภอกำหนดหมู่บ้าน", empty);
        Assert.Contains("มีแล้ว 1 จาก 2 คน", empty);
        Assert.Contains("มีลิงก์แล้ว 0 จาก ", empty);
        Assert.Contains("มีคำตอบแล้ว 0 จาก 1 ข้อ", empty);
        Assert.Contains("ระหว่างนี้ใช้: ค่าตั้งต้นสมมติ", empty);
        Assert.Equal("เลือกตำบล", Next(empty));

        (await ChooseUnitsTests.ChooseAsync(server.Admin, "tambons", ["210101", "210201", "210301"])).Must(200);
        Assert.Equal("อำเภอกำหนดหมู่บ้าน", Next(await admin.PageAsync(Start)));
        (await ChooseUnitsTests.ChooseAsync(server.Admin, "villages", ["21010101"])).Must(200);
        Assert.Equal("สร้างลิงก์ผู้ดูแลสองคน", Next(await admin.PageAsync(Start)));
        await ReaderAsync(server, "admin");
        Assert.Equal("สร้างลิงก์ให้หน่วยงาน", Next(await admin.PageAsync(Start)));
        foreach (var level in new[] { "district", "province" })
            await admin.PostAsync(Start + "/links", Start + "/links", ("level", level), ("role", "officer"), ("all", "1"));

        var ready = await admin.PageAsync(Start);
        Assert.Equal("พิมพ์และแจกบัตรลิงก์", Next(ready));
        Assert.Contains("<details class=\"first-steps no-print\">", ready); // what is left can wait
        Assert.Contains("เสร็จ 4 จาก 6 ขั้น", ready);
        (await TestServer.PostAsync(await server.OfficerAsync("2101"), "t-free", "2101", "k", FieldValues())).Must(201);
        Assert.Matches("เริ่มส่งงานแล้ว 1 จาก ", await admin.PageAsync(Start));
    }

    [Fact]
    public async Task The_list_is_gone_when_all_is_done_and_is_for_administrators()
    {
        await using var server = await TestServer.StartAsync(change: c =>
        {
            c["unitSets"] = new JsonArray(Json().At("unitSets/districts").DeepClone());
            c["tasks"] = new JsonArray(Json().At("tasks/t-free").DeepClone());
            c.List("choiceGroups").Clear();
        });
        var admin = await ReaderAsync(server, "admin");
        await ReaderAsync(server, "admin");
        foreach (var unit in new[] { "2101", "2102", "2103" })
            (await TestServer.PostAsync(await server.OfficerAsync(unit), "t-free", unit, "k", FieldValues())).Must(201);

        Assert.DoesNotContain("id=\"steps\"", await admin.PageAsync(Start));
        Assert.DoesNotContain("id=\"steps\"", await (await ReaderAsync(server, "viewer")).PageAsync(Start));
    }

    private static JsonNode Question() =>
        JsonNode.Parse(
            """{ "id": "oq", "th": "คำถามสมมติ", "en": "Q", "ask": "chief", "default": { "th": "ค่าตั้งต้นสมมติ", "en": "D" }, "src": ["assumed — x"] }"""
        )!;

    /// <summary>Heading of the step that is marked as the next one.</summary>
    private static string Next(string html)
    {
        var mark = html.IndexOf("ทำต่อไป", StringComparison.Ordinal);
        var from = html.LastIndexOf("<h3>", mark, StringComparison.Ordinal) + 4;
        return html[from..html.IndexOf("</h3>", from, StringComparison.Ordinal)];
    }

    private static async Task<Reader> ReaderAsync(TestServer server, string role) =>
        new(server.Anyone, $"{LinkCookies.NameOf(TestServer.Campaign)}={(await server.LinkAsync(role, "x")).Say("token")}");
}
