using System.Globalization;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: a date or number as it is said aloud, so that whoever types it sees what was understood.</summary>
public static class ValueWords
{
    private const string Baht = "บาทถ้วน";

    /// <summary>วันจันทร์ที่ ๑๓ พฤษภาคม พ.ศ. ๒๕๖๗</summary>
    public static Text Of(DateOnly day) => new(ThaiDate.Long(day), ThaiDate.English(day));

    /// <summary>1,200.50 บาท (หนึ่งพันสองร้อยบาทห้าสิบสตางค์); of other numbers without the baht, and without words for decimals.</summary>
    public static Text Of(Field field, decimal number)
    {
        var spoken = BahtText.Format(number);
        if (field.Kind is FieldKind.Money)
            return new($"{Figures(number, "#,0.00")} บาท ({spoken})", $"{Figures(number, "#,0.00")} baht");

        var figures = Figures(number, "#,0.####");
        return new(number == decimal.Truncate(number) ? $"{figures} ({spoken[..^Baht.Length]})" : figures, figures);
    }

    private static string Figures(decimal number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
