using System.Net;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Http;
using CddFunctions.Tests.Http.Heads;
using CddFunctions.Tests.Web;

namespace CddFunctions.Tests.Campaigns.Pages;

public sealed class ChooseLinesTests
{
    [Fact]
    public void Each_line_is_a_code_and_a_name()
    {
        Assert.Equal(
            [("21010101", "บ้านสมมติ หมู่ ๑"), ("21010102", null), ("21010103", "ก")],
            ChoosePages.Lines("๒๑๐๑๐๑๐๑  บ้านสมมติ หมู่ ๑\r\n\n 21010102 \n21010103\tก").Select(c => (c.Code, c.Th))
        );
    }
}

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

        var few = await admin.PostAsync(Tambons, Tambons, ("unit", "210101"), ("unit", "210102"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, few.Status);
        Assert.Contains("role=\"alert\"", few.Html);
        Assert.Contains("value=\"210102\" checked", few.Html);

        var saved = await admin.PostAsync(Tambons, Tambons, ("unit", "210101"), ("unit", "210201"), ("unit", "210301"));
        Assert.Equal((HttpStatusCode.SeeOther, Tambons + "?saved=3"), (saved.Status, saved.Location));
        var page = await admin.PageAsync(saved.Location!);
        Assert.Contains("บันทึกแล้ว 3 แห่ง", page);
        Assert.Contains("value=\"210301\" checked", page);
        Assert.DoesNotContain("value=\"210102\" checked", page);
        Assert.Contains("ท่าประดู่", await admin.PageAsync(Programme));
    }

    [Fact]
    public async Task Villages_are_typed_with_their_names_and_what_was_chosen_stays_in_the_form()
    {
        await using var server = await TestServer.StartAsync();
        var admin = await ReaderAsync(server, "admin");
        await admin.PostAsync(Tambons, Tambons, ("unit", "210101"), ("unit", "210201"), ("unit", "210301"));

        var nameless = await admin.PostAsync(Villages, Villages, ("places", "21010101"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.Status);
        var saved = await admin.PostAsync(Villages, Villages, ("places", "21010101 บ้าน<b>สมมติ"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Contains("21010101 บ้าน&lt;b&gt;สมมติ</textarea>", await admin.PageAsync(Villages));

        // A tambon with a village inside cannot go.
        var held = await admin.PostAsync(Tambons, Tambons, ("unit", "210102"), ("unit", "210201"), ("unit", "210301"));
        Assert.Equal(HttpStatusCode.Conflict, held.Status);
        Assert.Contains("21010101", held.Html);
    }

    [Fact]
    public async Task Only_administrators_choose_and_only_sets_that_are_open()
    {
        await using var server = await TestServer.StartAsync();
        var admin = await ReaderAsync(server, "admin");

        Assert.Equal(HttpStatusCode.Forbidden, (await (await ReaderAsync(server, "viewer")).GetAsync(Tambons)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Programme + "/units/districts")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Programme + "/units/nothing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync(Tambons, Programme + "/units/districts", ("unit", "2101"))).Status);
    }

    private async Task<Reader> ReaderAsync(TestServer server, string role) =>
        new(
            new(_handler, disposeHandler: false) { BaseAddress = new(server.Address) },
            $"{LinkCookies.NameOf(TestServer.Campaign)}={(await server.LinkAsync(role, "x")).Say("token")}"
        );
}
