using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Links;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Links;

public sealed class OfficesTests
{
    private static readonly LaunchedCampaign Campaign = MadeUpCampaign.Launched();
    private static readonly DateTimeOffset Now = MadeUpCampaign.Start;

    [Fact]
    public void The_office_that_hands_in_for_places_inside_it_is_listed_instead_of_them()
    {
        // t-plan is owed by district officers, t-opinion by the province's chief.
        var offices = Offices.Of(
            Campaign,
            [Row("t-plan", "210101"), Row("t-plan", "210102"), Row("t-plan", "2102"), Row("t-opinion", "21")],
            Find
        );

        Assert.Equal(
            [("21", "province", "ระยอง", 1), ("2101", "district", "เมืองระยอง", 2), ("2102", "district", "บ้านฉาง", 1)],
            offices.Select(o => (o.Code, o.Level, o.Name.Th, o.Owes))
        );
    }

    [Fact]
    public void A_place_above_the_level_of_the_owner_stands_for_itself()
    {
        Assert.Equal("21", Assert.Single(Offices.Of(Campaign, [Row("t-plan", "21")], Find)).Code);
    }

    [Fact]
    public void An_office_without_a_name_is_shown_by_its_code()
    {
        Assert.Equal("2199", Assert.Single(Offices.Of(Campaign, [Row("t-plan", "2199")], Find)).Name.Th);
    }

    [Fact]
    public void Links_lie_with_their_office_those_that_work_first_and_all_others_apart()
    {
        var offices = Offices.Of(Campaign, [Row("t-plan", "2101"), Row("t-plan", "2102")], Find);
        StoredLink[] links =
        [
            Link("new-dead", CallerRole.Officer, "2101", created: 5, revoked: true),
            Link("old", CallerRole.Officer, "2101", created: 1),
            Link("new", CallerRole.Officer, "2101", created: 2),
            Link("gone", CallerRole.Officer, "2103", created: 3),
            Link("boss", CallerRole.Viewer, "2101", created: 4),
        ];

        var shelf = LinkBook.Shelve(offices, links, Find, Now);

        Assert.Equal(["new", "old", "new-dead"], shelf.Offices[0].Links.Select(l => l.Id));
        Assert.Empty(shelf.Offices[1].Links);
        Assert.Equal(["boss", "gone"], shelf.Others.Select(l => l.Id));
    }

    private static Obligation Row(string task, string unit) => new(task, unit, "", null, ObligationState.Open);

    private static Unit? Find(string code) => Campaign.Definition.Units.FirstOrDefault(u => u.Code == code);

    private static StoredLink Link(string id, CallerRole role, string subject, int created, bool revoked = false) =>
        new(id, new(role, subject, Now.AddDays(9), Now.AddDays(created - 10), revoked ? Now : null));
}
