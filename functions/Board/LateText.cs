using System.Text;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform.Thai;
using CddFunctions.Web;

namespace CddFunctions.Board;

/// <summary>
/// Pure: who is late with what, as plain text for a message, by district. It names offices and tasks, never people or what they typed.
/// </summary>
public sealed class LateText(PageContext page, LaunchedCampaign campaign, Func<string, Unit?> place)
{
    /// <summary>More lines would make a message that nobody reads, and a heavy page.</summary>
    public const int MostLines = 150;

    public string Of(IReadOnlyList<LateTask> late)
    {
        var words = page.Texts<LateTexts>();
        var text = new StringBuilder();
        Line(page.In(campaign.Definition.Title));
        Line(page.Fill(words.Heading, page.Moment(page.Now)));
        foreach (
            var district in late.Take(MostLines)
                .GroupBy(l => BoardDistricts.Of(l.Row.Unit), StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            Line("");
            Line($"{Name(district.Key)} ({district.Count()})");
            foreach (var item in district)
                Line($"- {Inside(district.Key, item.Row.Unit)}{page.In(item.Task.Title)} {Days(page, item)}");
        }

        if (late.Count > MostLines)
            Line("\n" + page.Fill(words.More, late.Count - MostLines));
        return text.ToString().TrimEnd();

        void Line(string line) => text.Append(line).Append('\n');
    }

    public static string Days(PageContext page, LateTask item)
    {
        var words = page.Texts<LateTexts>();
        var day = Bangkok.DateOf(item.DueAt);
        return page.Fill(
            item.Days == 0 ? words.Today : words.Days,
            page.English ? ThaiDate.English(day) : ThaiDate.Short(day),
            page.English ? item.Days : ThaiDigits.ToThai(item.Days)
        );
    }

    private string Inside(string district, string unit) => string.Equals(unit, district, StringComparison.Ordinal) ? "" : $"{Name(unit)}: ";

    /// <summary>With its level, as people write it: อำเภอเมืองระยอง. Names of villages say what they are.</summary>
    private string Name(string code)
    {
        var unit = place(code);
        var name = unit is null ? code : page.In(unit.Name);
        return page.English || unit is null or { Level: Areas.Village } || OfficeNames.Level(campaign, unit.Level) is not { } level ? name
            : name.StartsWith(level.Th, StringComparison.Ordinal) ? name
            : level.Th + name;
    }
}
