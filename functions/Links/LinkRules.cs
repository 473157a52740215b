using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Links;

/// <summary>Pure: which links may be made.</summary>
public static class LinkRules
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(730);

    /// <summary>A link lasts for the campaign's fiscal year and 90 days after it, or 90 days from now if that is later.</summary>
    public static DateTimeOffset DefaultExpiry(Campaign campaign, DateTimeOffset now)
    {
        var afterYear = Bangkok.EndOf(FiscalYear.LastDay(campaign.FiscalYear), TimeOnly.MaxValue).AddDays(90);
        return afterYear > now.AddDays(90) ? Earlier(afterYear, now + Longest) : now.AddDays(90);
    }

    public static Problem? Refuse(Campaign campaign, LinkRequest request, DateTimeOffset expires, DateTimeOffset now)
    {
        if (expires <= now || expires > now + Longest)
            return IdentityProblems.LinkInvalid(
                "expiresAt",
                new("วันหมดอายุต้องอยู่ในอนาคต ไม่เกิน ๒ ปี", "The expiry must lie ahead, at most two years.")
            );
        if (!TypedText.Fits(request.Subject, 64))
            return IdentityProblems.LinkInvalid(
                "subject",
                new("ต้องระบุผู้ใช้ลิงก์ ไม่เกิน ๖๔ ตัวอักษร", "A subject of 1 to 64 characters is needed.")
            );
        if (request.Role is CallerRole.Officer && !IsOffice(campaign, request.Subject))
            return IdentityProblems.LinkInvalid("subject", new("ไม่มีหน่วยงานรหัสนี้ในโครงการ", "No unit of this campaign has that code."));
        if (request.Role is CallerRole.Intake && !campaign.Tasks.Any(t => Same(t.Id, request.Subject)))
            return IdentityProblems.LinkInvalid("subject", new("ไม่มีงานรหัสนี้ในโครงการ", "No task of this campaign has that id."));
        return null;
    }

    /// <summary>
    /// What the audit says of a new link. An office or a task has a code; other subjects are typed by people and stay out.
    /// </summary>
    public static string Audited(LinkRequest request) =>
        request.Role is CallerRole.Officer or CallerRole.Intake
            ? $"role={Word(request.Role)} subject={request.Subject}"
            : $"role={Word(request.Role)}";

    private static string Word(CallerRole role) => role.ToString().ToLowerInvariant();

    /// <summary>A unit of the campaign, or any place inside one (a tambon or village office chosen at run time).</summary>
    private static bool IsOffice(Campaign campaign, string code) =>
        code.Length is 2 or 4 or 6 or 8
        && code.All(char.IsAsciiDigit)
        && campaign.Units.Any(u => u.Covers(code) && (u.Code.Length > 2 || Same(u.Code, code)));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
