using System.Globalization;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;
using CddFunctions.Web;

namespace CddFunctions.Campaigns.Pages;

/// <summary>Pure: the definition's values in the reader's words.</summary>
public static class CampaignWords
{
    /// <summary>
    /// An enum value in the reader's language; its own name when the texts have no word for it, so that a new value is at least seen.
    /// </summary>
    public static string Word<T>(PageContext page, T value)
        where T : struct, Enum
    {
        var key = $"{typeof(T).Name}.{value}";
        return page.Texts<CampaignTexts>().Words.GetValueOrDefault(key, key);
    }

    public static string Code(PageContext page, string code) => page.Texts<CampaignTexts>().Terms.GetValueOrDefault(code, code);

    /// <summary>The letter as one calls it in a sentence: its number where it has one.</summary>
    public static string Source(PageContext page, Source source)
    {
        var number = page.English ? source.DocNo ?? source.DocNoPrinted : source.DocNoPrinted;
        return number is null
            ? page.In(new(source.Th, source.En))
            : $"{Word(page, source.Kind)}{(!page.English && number.StartsWith("ที่", StringComparison.Ordinal) ? "" : " ")}{number}";
    }

    /// <summary>A day with its weekday and, where it is not the usual one, its hour; a period; or whole months.</summary>
    public static string When(PageContext page, Milestone m)
    {
        if (m.Precision is Precision.Month)
        {
            var first = Month(page, m.FirstDay);
            var last = Month(page, m.LastDay);
            return string.Equals(first, last, StringComparison.Ordinal) ? first : $"{first} – {last}";
        }

        var end = m.Time is { } time ? page.Fill(page.Site.Moment, page.Day(m.LastDay), Clock(page, time)) : page.Day(m.LastDay);
        return m.FirstDay == m.LastDay ? end : $"{page.Day(m.FirstDay)} – {end}";
    }

    public static string Clock(PageContext page, TimeOnly time) => page.English ? $"{time:HH\\:mm}" : ThaiDigits.ToThai($"{time:HH\\.mm}");

    /// <summary>A year in the reader's era: of the common era in English, of the Buddhist era in Thai.</summary>
    public static string Year(PageContext page, int buddhist) =>
        page.English ? $"{buddhist - BuddhistEra.Offset}" : ThaiDigits.ToThai(buddhist);

    /// <summary>The limits of a field in words, in the order in which people ask for them.</summary>
    public static IReadOnlyList<string> Limits(PageContext page, CampaignView view, Field f)
    {
        var t = page.Texts<CampaignTexts>().Limits;
        string?[] all =
        [
            Range(f.Min, f.Max, t.Between, t.AtLeast, t.AtMost),
            Fill(t.Characters, f.MaxLength),
            f.ExactItems is { } exact ? page.Fill(t.ItemsExactly, exact) : Range(f.MinItems, f.MaxItems, t.Items, t.ItemsAtLeast, null),
            f.ExactItems is null && f.MinItems is null ? Fill(t.AtMost, f.MaxItems) : null,
            f.MaxPages is { } pages ? page.Fill(t.PagesOf, pages, f.Page ?? "") : null,
            Fill(t.Seconds, f.MaxSeconds),
            Fill(t.Megabytes, f.MaxMegabytes),
            f.Level is { } level ? page.Fill(t.FromLevel, page.In(view.Names.Of(level))) : null,
            f.Roster is { } roster ? page.Fill(t.FromRoster, page.In(view.Names.Of(roster))) : null,
            f.Taxonomy is { } list ? page.Fill(t.Options, page.In(view.Names.Of(list))) : null,
            f.Options is { } options ? page.Fill(t.Options, string.Join(" · ", options.Select(o => page.In(new(o.Th, o.En))))) : null,
            f.UniqueBy is { } unique ? page.Fill(t.Unique, string.Join(" + ", unique.Select(id => Column(page, f, id)))) : null,
        ];
        return [.. all.OfType<string>()];

        string? Fill(string pattern, int? number) => number is { } n ? page.Fill(pattern, Number(n)) : null;

        string? Range(decimal? min, decimal? max, string both, string least, string? most) =>
            (min, max) switch
            {
                ({ } a, { } b) => page.Fill(both, Number(a), Number(b)),
                ({ } a, null) => page.Fill(least, Number(a)),
                (null, { } b) when most is not null => page.Fill(most, Number(b)),
                _ => null,
            };
    }

    public static string Number(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Column(PageContext page, Field table, string id) =>
        table.Columns?.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal)) is { } column ? page.In(column.Label) : id;

    private static string Month(PageContext page, DateOnly day) =>
        page.English
            ? day.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
            : $"{ThaiCalendarWords.Months[day.Month - 1]} พ.ศ. {Year(page, BuddhistEra.YearOf(day))}";
}
