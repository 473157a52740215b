using System.Globalization;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>
/// Pure: a date as three inputs of an HTML form, <c>start.day</c>, <c>start.month</c> and <c>start.year</c>, and as the one
/// value that the field reads. A whole date typed or pasted into the first of them is taken as it is.
/// </summary>
/// <param name="Year">Buddhist era; a CE year that was typed is understood too.</param>
public sealed record DateParts(string Day, string Month, string Year)
{
    public const string DaySuffix = ".day";
    public const string MonthSuffix = ".month";
    public const string YearSuffix = ".year";

    public static readonly DateParts Empty = new("", "", "");

    private const int FirstCommonYear = 1900;

    /// <param name="name">Of the field.</param>
    public static DateParts Read(IFormCollection form, string name) =>
        new(form[name + DaySuffix].ToString(), form[name + MonthSuffix].ToString(), form[name + YearSuffix].ToString());

    /// <summary>The date as one value; null when nothing was typed. Parts that are no date are joined as typed.</summary>
    public string? Join()
    {
        var day = Day.Trim();
        var month = Month.Trim();
        var year = Year.Trim();
        if (month.Length + year.Length == 0)
            return day.Length == 0 ? null : day;

        return Common(day, month, year) is { } date ? Iso(date) : $"{day}/{month}/{year}";
    }

    /// <summary>A value, stored or typed, as its parts; one that is no date stays whole in the first of them.</summary>
    public static DateParts Of(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return Empty;
        if (ThaiDate.ParseAny(value) is { } date)
            return new($"{date.Day}", $"{date.Month}", $"{BuddhistEra.YearOf(date)}");

        return value.Split('/') is [var day, var month, var year] ? new(day, month, year) : new(value, "", "");
    }

    private static DateOnly? Common(string day, string month, string year) =>
        int.TryParse(ThaiDigits.ToAscii(year), NumberStyles.None, CultureInfo.InvariantCulture, out var y)
        && y is >= FirstCommonYear and < BuddhistEra.FirstYear
        && int.TryParse(ThaiDigits.ToAscii(month), NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && m is >= 1 and <= 12
        && int.TryParse(ThaiDigits.ToAscii(day), NumberStyles.None, CultureInfo.InvariantCulture, out var d)
        && d >= 1
        && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
