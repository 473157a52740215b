using System.Globalization;
using System.Text.RegularExpressions;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.HandIns.Pages;
using CddFunctions.Submissions.Uploads;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>Pure: the limits of a field in words, so that nobody has to hit them to learn them.</summary>
public static partial class LimitsText
{
    public static IReadOnlyList<string> Of(FieldView view, PageContext page) =>
        view.Kind switch
        {
            InputKind.Number => Numbers(view.Field, page),
            InputKind.Line or InputKind.Lines or InputKind.Suggest when view.Field.MaxLength is { } most =>
            [
                Fill(page, page.Texts<HandInTexts>().MostLetters, most),
            ],
            InputKind.Several when view.Field.MaxItems is { } most && most < view.Options.Count =>
            [
                Fill(page, page.Texts<HandInTexts>().MostChoices, most),
            ],
            InputKind.Table => Rows(view.Field, page),
            InputKind.Files => Files(view.Field, page),
            _ => [],
        };

    /// <summary>True when the help of the field says the limit already, with the same numbers. The limit is then not repeated.</summary>
    public static bool IsSaid(string limit, string help)
    {
        var wanted = Figures(limit);
        var said = Figures(help);
        return wanted.Count > 0 ? wanted.TrueForAll(said.Contains) : help.Contains(limit, StringComparison.OrdinalIgnoreCase);
    }

    private static List<string> Figures(string words) =>
        [.. Figure().Matches(ThaiDigits.ToAscii(words).Replace(",", "", StringComparison.Ordinal)).Select(m => m.Value)];

    [GeneratedRegex("(?<![A-Z0-9])[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Figure();

    private static IReadOnlyList<string> Numbers(Field field, PageContext page) =>
        (field.Min, field.Max) switch
        {
            ({ } min, { } max) => [page.Fill(page.Texts<HandInTexts>().Between, FieldFaults.Show(min), FieldFaults.Show(max))],
            ({ } min, null) when min > 0 => [page.Fill(page.Texts<HandInTexts>().AtLeast, FieldFaults.Show(min))],
            (null, { } max) => [page.Fill(page.Texts<HandInTexts>().AtMost, FieldFaults.Show(max))],
            _ => [],
        };

    private static List<string> Rows(Field field, PageContext page)
    {
        var words = page.Texts<HandInTexts>();
        if (field.ExactItems is { } exact)
            return [Fill(page, words.ExactLines, exact)];

        var limits = new List<string>();
        if (field.MinItems is { } least)
            limits.Add(Fill(page, words.LeastLines, least));
        if (field.MaxItems is { } most)
            limits.Add(Fill(page, words.MostLines, most));
        return limits;
    }

    private static List<string> Files(Field field, PageContext page)
    {
        var words = page.Texts<HandInTexts>();
        var media = UploadLimits.Of(field);
        var files = UploadLimits.MaxFiles(field);
        var limits = new List<string> { string.Join(", ", media.Types.Select(MediaWords.Name)) };
        if (files > 1)
            limits.Add(Fill(page, words.MostFiles, files));
        if (media.MaxPages is { } pages)
            limits.Add(Fill(page, media.A4Only ? words.MostPagesA4 : words.MostPages, pages));
        if (media.MaxSeconds is { } seconds)
            limits.Add(page.Fill(words.MostTime, page.In(MediaWords.Duration(seconds))));
        if (media.MaxMegabytes is { } megabytes)
            limits.Add(Fill(page, files > 1 ? words.MostMegabytesEach : words.MostMegabytes, megabytes));
        return limits;
    }

    private static string Fill(PageContext page, string pattern, int number) =>
        page.Fill(pattern, number.ToString("#,0", CultureInfo.InvariantCulture));
}
