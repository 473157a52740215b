using System.Globalization;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using Microsoft.AspNetCore.WebUtilities;

namespace CddFunctions.Web;

/// <summary>What every page knows: its language, the moment it shows, and whether that moment is a rehearsal's.</summary>
/// <param name="Address">Address that shows the same page in the other language; null where there is none (a receipt).</param>
/// <param name="Proof">What the forms of this page carry (<see cref="Platform.Identity.FormProofs"/>); null for a visitor without a
/// link.</param>
public sealed record PageContext(bool English, DateTimeOffset Now, bool Rehearsal, string? Address, string? Proof = null)
{
    /// <summary>Where this visitor may go; empty where there is nowhere else.</summary>
    public IReadOnlyList<MenuItem> Menu { get; init; } = [];

    /// <summary>For whom the page was made; null for a visitor who holds no link.</summary>
    public Who? Who { get; init; }

    /// <summary>This page in the other language.</summary>
    public string? OtherAddress => Address is null ? null : QueryHelpers.AddQueryString(Address, "lang", English ? "th" : "en");

    public SiteTexts Site => Texts<SiteTexts>();

    /// <summary>Words of one kind, in the language of the page.</summary>
    public T Texts<T>()
        where T : class => PageTexts.In<T>(English);

    public string In(Text text) => text.In(English);

    public string Fill(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);

    /// <summary>วันอังคารที่ ๒๓ มีนาคม พ.ศ. ๒๕๖๔ / Tue 23 Mar 2021</summary>
    public string Day(DateOnly day) => English ? ThaiDate.English(day) : ThaiDate.Long(day);

    /// <summary>The day with hours and minutes in Bangkok.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var time = TimeOf(instant);
        return Fill(Site.Moment, Day(Bangkok.DateOf(instant)), English ? $"{time:HH\\:mm}" : ThaiDigits.ToThai($"{time:HH\\.mm}"));
    }

    /// <summary>
    /// The due moment in words. While the task is owed: a sentence with the days that are left or over. Afterwards: the plain
    /// moment, because "overdue by 3 days" would be said of work that was done.
    /// </summary>
    public string Due(DateTimeOffset? dueAt, bool owed) =>
        dueAt switch
        {
            null => Site.NoDue,
            { } due when owed => In(DueSentence.For(Bangkok.DateOf(due), TimeOf(due), Bangkok.DateOf(Now))),
            { } due => Fill(Site.Due, Moment(due)),
        };

    private static TimeOnly TimeOf(DateTimeOffset instant) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Bangkok.Zone).DateTime);
}
