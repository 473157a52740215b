using System.Net;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Web;

namespace CddFunctions.Tests.Campaigns.Pages;

[Trait("suite", "http")]
[Trait("heads", "all")]
public sealed class ChoosePagesTests : IDisposable
{
    private const string Programme = $"/api/ui/{TestServer.Campaign}/programme";
    private const string Tambons = Programme + "/units/tambons";
    private const string Villages = Programme + "/units/villages";

    private readonly HttpMessageHandler _handler = Reached.Requests(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
    );

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task Tambons_are_ticked_in_the_list_of_the_register_and_owe_their_tasks_at_once()
    {
        await using var server = await TestServer.StartAsync();
        var admin = await ReaderAsync(server, "admin");
        Assert.Contains("ยังไม่ได้เลือก", await admin.PageAsync(Programme));
        Assert.Contains($"href=\"{Tambons}\">เลือกพื้นที่</a>", await admin.PageAsync(Villages)); // which waits for these

        var many = await admin.PostAsync(Tambons, Tambons, ("was", ""), ("unit", "210101"), ("unit", "210102"), ("unit", "210103"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.Status);
        Assert.Contains("role=\"alert\"", many.Html);
        Assert.Contains("value=\"210103\" checked", many.Html);

        var saved = await admin.PostAsync(Tambons, Tambons, ("was", ""), ("unit", "210101"), ("unit", "210201"), ("unit", "210301"));
        Assert.Equal((HttpStatusCode.SeeOther, Tambons + "?saved=true"), (saved.Status, saved.Location));
        var page = await admin.PageAsync(saved.Location!);
        Assert.Contains("บันทึกแล้ว รวมทั้งหมด 3 แห่ง", page);
        Assert.Contains("value=\"210301\" checked", page);
        Assert.DoesNotContain("value=\"210102\" checked", page);
        Assert.Contains("ท่าประดู่", await admin.PageAsync(Programme));
    }

    [Fact]
    public async Task Villages_are_typed_with_their_names_and_what_was_chosen_stays_in_the_form()
    {
        await using var server = await TestServer.StartAsync();
        var admin = await ReaderAsync(server, "admin");
        await admin.PostAsync(Tambons, Tambons, ("was", ""), ("unit", "210101"), ("unit", "210201"), ("unit", "210301"));

        var unread = await admin.PostAsync(Villages, Villages, ("was", ""), ("in-210101", "๑ บ้าน<b>สมมติ\nบ้านไม่มีเลข"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unread.Status);
        Assert.Contains(">๑ บ้าน&lt;b&gt;สมมติ", unread.Html);
        Assert.Contains("บ้านไม่มีเลข</textarea>", unread.Html);
        Assert.Contains("บรรทัด “บ้านไม่มีเลข”", unread.Html);
        var saved = await admin.PostAsync(Villages, Villages, ("was", ""), ("in-210101", "๑ บ้าน<b>สมมติ"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Contains("บ้าน&lt;b&gt;สมมติ หมู่ ๑</textarea>", await admin.PageAsync(Villages));

        // A tambon with a village inside cannot go.
        (string, string)[] others = [("was", "210101 210201 210301"), ("unit", "210102"), ("unit", "210201"), ("unit", "210301")];
        var held = await admin.PostAsync(Tambons, Tambons, others);
        Assert.Equal(HttpStatusCode.Conflict, held.Status);
        Assert.Contains("21010101", held.Html);
    }

    [Fact]
    public async Task Only_administrators_choose_and_only_sets_that_are_open()
    {
        await using var server = await TestServer.StartAsync();
        var admin = await ReaderAsync(server, "admin");

        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsync(Tambons, Tambons)).Status); // a form that was cut off clears nothing
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ReaderAsync(server, "viewer")).GetAsync(Tambons)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Programme + "/units/districts")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Programme + "/units/nothing")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await admin.PostAsync(Tambons, Programme + "/units/districts", ("was", ""), ("unit", "2101"))).Status
        );
    }

    [Fact]
    public async Task A_part_is_saved_now_and_the_page_says_what_is_missing_and_until_when()
    {
        await using var server = await TestServer.StartAsync(change: c => c.At("tasks/t-tambon")["due"] = "m-due");
        var admin = await ReaderAsync(server, "admin");

        var saved = await admin.PostAsync(Tambons, Tambons, ("was", ""), ("unit", "210101"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        var page = await admin.PageAsync(Tambons);
        Assert.Contains("ยังขาด 2 แห่ง", page);
        Assert.Contains("เลือกแล้ว 1 จาก 3 แห่ง", page);
        Assert.Contains("ยังไม่ครบใน: บ้านฉาง · แกลง", page);
        Assert.Contains("ก่อนงานถัดไปของพื้นที่เหล่านี้ครบกำหนดวันจันทร์ที่ ๒๐ พฤษภาคม พ.ศ. ๒๕๖๗", page);
        await admin.PostAsync(Tambons, Tambons, ("was", "210101"), ("unit", "210101"), ("unit", "210201"), ("unit", "210301"));
        Assert.Contains("เลือกครบแล้ว", await admin.PageAsync(Tambons));
    }

    [Fact]
    public async Task What_another_administrator_chose_meanwhile_stays()
    {
        await using var server = await TestServer.StartAsync();
        var first = await ReaderAsync(server, "admin");
        var second = await ReaderAsync(server, "admin");

        await first.PostAsync(Tambons, Tambons, ("was", ""), ("unit", "210101"));
        await second.PostAsync(Tambons, Tambons, ("was", ""), ("unit", "210201"), ("unit", "210202"));
        await second.PostAsync(Tambons, Tambons, ("was", "210201 210202"), ("unit", "210201")); // takes its own back

        var page = await first.PageAsync(Tambons);
        Assert.Contains("value=\"210101\" checked", page);
        Assert.Contains("value=\"210201\" checked", page);
        Assert.DoesNotContain("value=\"210202\" checked", page);
    }

    [Fact]
    public async Task A_district_names_its_own_villages_and_the_administrator_sees_what_is_missing()
    {
        await using var server = await TestServer.StartAsync(change: ByDistricts);
        var admin = await ReaderAsync(server, "admin");
        await admin.PostAsync(Tambons, Tambons, ("was", ""), ("unit", "210101"), ("unit", "210201"), ("unit", "210301"));
        var office = await ReaderAsync(server, "officer", "2101");

        Assert.Contains("/programme/units/villages", await office.PageAsync($"/api/ui/{TestServer.Campaign}"));
        var own = await office.PageAsync(Villages);
        Assert.Contains("name=\"in-210101\"", own);
        Assert.DoesNotContain("name=\"in-210201\"", own);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync(Tambons)).Status);
        var other = await office.PostAsync(Villages, Villages, ("was", ""), ("in-210101", "21020101 บ้านของอำเภออื่น"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("ไม่อยู่ในพื้นที่ของหน่วยงานท่าน", other.Html);
        await admin.PostAsync(Villages, Villages, ("was", ""), ("in-210201", "หมู่ที่ ๒ บ้านสอง"));
        var saved = await office.PostAsync(Villages, Villages, ("was", ""), ("in-210101", "1 บ้านหนึ่ง"));
        Assert.Contains("บันทึกแล้ว รวมทั้งหมด 1 แห่ง", await office.PageAsync(saved.Location!)); // its own, not those of all offices

        var all = await admin.PageAsync(Villages);
        Assert.Contains("บ้านหนึ่ง หมู่ ๑", all);
        Assert.Contains("บ้านสอง หมู่ ๒", all);
        Assert.Matches("ยังไม่ครบใน: [^<]*แกลง", all);
        Assert.Contains("เลือกครบแล้ว", await office.PageAsync(Villages));
    }

    private static void ByDistricts(System.Text.Json.Nodes.JsonObject campaign)
    {
        var chosen = campaign.At("unitSets/villages")["chosen"]!;
        chosen["by"] = "officer";
        chosen["perParent"] = new System.Text.Json.Nodes.JsonObject { ["min"] = 1 };
        campaign.At("unitSets/villages")["count"] = new System.Text.Json.Nodes.JsonObject { ["min"] = 3, ["max"] = 20 };
    }

    private async Task<Reader> ReaderAsync(TestServer server, string role, string subject = "x") =>
        new(
            new(_handler, disposeHandler: false) { BaseAddress = new(server.Address) },
            $"{LinkCookies.NameOf(TestServer.Campaign)}={(await server.LinkAsync(role, subject)).Say("token")}"
        );
}
