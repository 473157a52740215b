using CddFunctions.Campaigns;
using CddFunctions.Links;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using CddFunctions.Tests.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CddFunctions.Tests.Links;

public sealed class LinkTokensTests
{
    private static readonly LaunchedCampaign Campaign = MadeUpCampaign.Launched();
    private static readonly DateTimeOffset Expiry = MadeUpCampaign.LastSecond.AddTicks(9_999_999);

    private readonly FakeTimeProvider _clock = new(MadeUpCampaign.Start);
    private readonly CapabilityTokens _signer = new(
        new(Options.Create(new IdentityOptions { TokenSecret = new('s', 32), AdminKey = new('k', 32) }), Options.Create(new DataOptions()))
    );

    [Theory]
    [InlineData(CallerRole.Officer, true)]
    [InlineData(CallerRole.Viewer, true)]
    [InlineData(CallerRole.Intake, true)]
    [InlineData(CallerRole.Admin, false)]
    [InlineData(CallerRole.Judge, false)]
    [InlineData(CallerRole.Voter, false)]
    public void Only_what_an_administrator_may_do_anyway_is_signed_again(CallerRole role, bool shown) =>
        Assert.Equal(shown, Again(Link(role)) is not null);

    [Fact]
    public void The_token_of_a_stored_link_is_the_same_each_time_also_after_the_store_wrote_its_instants()
    {
        var made = Link(CallerRole.Officer);
        var first = _signer.Sign(new("id", Campaign.Id, CallerRole.Officer, "2101", Expiry.ToUnixTimeSeconds()));
        var stored = new Document("p", "id", "1", made.Link.ToBody()).Read<Link>();

        Assert.Equal(first, Again(made));
        Assert.Equal(first, Again(new("id", stored)));
        Assert.Equal(made.Link, stored);
    }

    [Fact]
    public void What_opens_nothing_has_no_token_and_the_last_second_decides_as_it_does_for_tokens()
    {
        var link = Link(CallerRole.Officer);
        Assert.Null(Again(link with { Link = link.Link with { RevokedAt = MadeUpCampaign.Start } }));

        var token = Again(link)!;
        foreach (var moment in new[] { MadeUpCampaign.LastSecond.AddTicks(-1), MadeUpCampaign.LastSecond })
        {
            _clock.SetUtcNow(moment);
            Assert.Equal(_signer.Read(token)!.IsExpired(moment), Again(link) is null);
        }

        Assert.Null(Again(link));
    }

    private string? Again(StoredLink link) => new LinkTokens(_signer, null!, _clock).Again(Campaign, link);

    private static StoredLink Link(CallerRole role) => new("id", new(role, "2101", Expiry, MadeUpCampaign.Start));
}
