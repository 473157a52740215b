using System.Globalization;
using CddFunctions.Campaigns.Model;
using CddFunctions.Links;
using CddFunctions.Platform.Identity;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Links;

public sealed class LinkRulesTests
{
    private static readonly Campaign Campaign = MadeUpCampaign.Launched().Definition;
    private static readonly DateTimeOffset Now = MadeUpCampaign.Start;

    /// <summary>Fiscal year 2567 ends on 30 September 2024; 90 days later it is 29 December.</summary>
    [Theory]
    [InlineData("2024-05-10T02:00:00Z", "2024-12-29T16:59:59Z")]
    [InlineData("2024-09-30T16:59:59Z", "2024-12-29T16:59:59Z")]
    [InlineData("2024-09-30T17:00:00Z", "2024-12-29T17:00:00Z")]
    [InlineData("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z")]
    [InlineData("2022-12-31T00:00:00Z", "2024-12-29T16:59:59Z")]
    [InlineData("2022-12-30T00:00:00Z", "2024-12-29T00:00:00Z")]
    public void A_link_lasts_until_90_days_after_the_fiscal_year_or_after_now_but_never_over_two_years(string now, string expires) =>
        Assert.Equal(
            expires,
            LinkRules.DefaultExpiry(Campaign, At(now)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    [InlineData(730L * 86_400, true)]
    [InlineData(730L * 86_400 + 1, false)]
    public void An_expiry_lies_ahead_and_within_two_years(long seconds, bool allowed) =>
        Assert.Equal(allowed ? null : "expiresAt", Path(CallerRole.Viewer, "v", Now.AddSeconds(seconds)));

    [Theory]
    [InlineData(CallerRole.Viewer, "v", true)]
    [InlineData(CallerRole.Admin, " ", false)]
    [InlineData(CallerRole.Admin, "", false)]
    [InlineData(CallerRole.Officer, "21", true)]
    [InlineData(CallerRole.Officer, "2101", true)]
    [InlineData(CallerRole.Officer, "210101", true)]
    [InlineData(CallerRole.Officer, "21010101", true)]
    [InlineData(CallerRole.Officer, "2104", false)]
    [InlineData(CallerRole.Officer, "210401", false)]
    [InlineData(CallerRole.Officer, "56", false)]
    [InlineData(CallerRole.Officer, "210", false)]
    [InlineData(CallerRole.Officer, "21011", false)]
    [InlineData(CallerRole.Officer, "2101010101", false)]
    [InlineData(CallerRole.Officer, "2101a1", false)]
    [InlineData(CallerRole.Officer, "๒๑๐๑", false)]
    [InlineData(CallerRole.Intake, "t-opinion", true)]
    [InlineData(CallerRole.Intake, "T-opinion", false)]
    [InlineData(CallerRole.Intake, "2101", false)]
    public void A_subject_is_an_office_of_the_programme_or_one_of_its_tasks(CallerRole role, string subject, bool allowed) =>
        Assert.Equal(allowed ? null : "subject", Path(role, subject, Now.AddDays(1)));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_subject_has_at_most_64_characters(int length, bool allowed) =>
        Assert.Equal(allowed ? null : "subject", Path(CallerRole.Viewer, new('ก', length), Now.AddDays(1)));

    private static string? Path(CallerRole role, string subject, DateTimeOffset expires) =>
        LinkRules.Refuse(Campaign, new(role, subject), expires, Now)?.Errors!.Single().Path;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
