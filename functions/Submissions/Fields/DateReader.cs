using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: a date with its whole year, within the programme's years, and not ahead where something was held.</summary>
internal static class DateReader
{
    public static JsonValue? Read(Field field, JsonElement value, string path, FieldContext context, FieldFaults faults)
    {
        var typed = value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
        if (ThaiDate.ParseAny(typed) is not { } date)
        {
            Refuse(typed, path, context, faults);
            return null;
        }

        var (first, last) = Years(context.Campaign);
        if (date < first || date > last)
            faults.Rule(
                path,
                "date-outside",
                $"{ThaiDate.Letter(date, false)} อยู่นอกช่วงของโครงการ ({ThaiDate.Letter(first, false)} ถึง {ThaiDate.Letter(last, false)}) ตรวจปี พ.ศ. อีกครั้ง",
                $"{ThaiDate.English(date)} is outside the programme ({ThaiDate.English(first)} to {ThaiDate.English(last)}). Check the year."
            );
        else if (field.Past && date > context.Today)
            faults.Rule(
                path,
                "date-ahead",
                $"{ThaiDate.Letter(date, false)} ยังมาไม่ถึง กรอกวันที่จัดแล้ว ไม่เกินวันนี้ ({ThaiDate.Letter(context.Today.Value, false)})",
                $"{ThaiDate.English(date)} lies ahead. Give a day up to today ({ThaiDate.English(context.Today.Value)})."
            );
        return JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>One year around the fiscal year of the programme, and whatever its own dates reach to.</summary>
    public static (DateOnly First, DateOnly Last) Years(LaunchedCampaign campaign)
    {
        var definition = campaign.Definition;
        return (
            definition.Milestones.Select(m => m.FirstDay).Append(FiscalYear.FirstDay(definition.FiscalYear).AddYears(-1)).Min(),
            definition.Milestones.Select(m => m.LastDay).Append(FiscalYear.LastDay(definition.FiscalYear).AddYears(1)).Max()
        );
    }

    private static void Refuse(string typed, string path, FieldContext context, FieldFaults faults)
    {
        var year = context.Campaign.Definition.FiscalYear;
        if (ThaiDate.Parse(typed) is { } guess)
            faults.Shape(
                path,
                "year-unclear",
                $"ปี ๒ หลักไม่ชัดว่าเป็น พ.ศ. หรือ ค.ศ. พิมพ์ปี พ.ศ. ๔ หลัก เช่น {guess.Day}/{guess.Month}/{year}",
                $"A year of two digits may be of either era. Type all four of the Buddhist year, like {guess.Day}/{guess.Month}/{year}."
            );
        else
            faults.Shape(
                path,
                "not-a-date",
                $"วันที่ไม่ถูกต้อง พิมพ์วัน เดือน และปี พ.ศ. เช่น 23/3/{year} หรือ ๒๓ มีนาคม {ThaiDigits.ToThai(year)}",
                $"A date is needed: {year - BuddhistEra.Offset}-03-23, or a Thai date with its Buddhist year, like 23/3/{year}."
            );
    }
}
