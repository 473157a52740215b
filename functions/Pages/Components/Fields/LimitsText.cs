using System.Globalization;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Media;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Uploads;

namespace CddFunctions.Pages.Components.Fields;

/// <summary>Pure: the limits of a field in words, so that nobody has to hit them to learn them.</summary>
public static class LimitsText
{
    public static IReadOnlyList<string> Of(FieldView view, PageContext page) => view.Kind switch
    {
        InputKind.Number => Numbers(view.Field, page),
        InputKind.Line or InputKind.Lines or InputKind.Suggest when view.Field.MaxLength is { } most => [Fill(page, page.Texts.HandIn.MostLetters, most)],
        InputKind.Several when view.Field.MaxItems is { } most && most < view.Options.Count => [Fill(page, page.Texts.HandIn.MostChoices, most)],
        InputKind.Table => Rows(view.Field, page),
        InputKind.Files => Files(view.Field, page),
        _ => [],
    };

    private static IReadOnlyList<string> Numbers(Field field, PageContext page) => (field.Min, field.Max) switch
    {
        ({ } min, { } max) => [page.Fill(page.Texts.HandIn.Between, FieldFaults.Show(min), FieldFaults.Show(max))],
        ({ } min, null) when min > 0 => [page.Fill(page.Texts.HandIn.AtLeast, FieldFaults.Show(min))],
        (null, { } max) => [page.Fill(page.Texts.HandIn.AtMost, FieldFaults.Show(max))],
        _ => [],
    };

    private static IReadOnlyList<string> Rows(Field field, PageContext page)
    {
        var words = page.Texts.HandIn;
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
        var (words, media, files) = (page.Texts.HandIn, UploadLimits.Of(field), UploadLimits.MaxFiles(field));
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

    private static string Fill(PageContext page, string pattern, int number) => page.Fill(pattern, number.ToString("#,0", CultureInfo.InvariantCulture));
}
