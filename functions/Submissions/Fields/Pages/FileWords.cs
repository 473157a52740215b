using System.Globalization;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Reviews.Pages;
using CddFunctions.Web;

namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>Pure: what the server measured of a file, in words: <c>PDF · ๙ หน้า A4 · 1.2 MB</c>.</summary>
public static class FileWords
{
    private const double Kilobyte = 1024;

    public static string Of(PageContext page, MediaFacts facts, long length) => string.Join(" · ", Parts(page, facts).Append(Size(length)));

    private static IEnumerable<string> Parts(PageContext page, MediaFacts facts)
    {
        var words = page.Texts<HistoryTexts>();
        yield return MediaWords.Name(facts.Type);
        if (facts.Pages is { } pages)
        {
            yield return facts.NotA4 is { } odd
                ? page.Fill(words.PagesNotA4, Count(page, pages), Count(page, odd.Page))
                : page.Fill(words.Pages, Count(page, pages));
        }

        if (facts.Duration is { } duration)
            yield return page.In(MediaWords.Duration((long)Math.Round(duration.TotalSeconds)));
        if (facts.Pixels is { } size)
            yield return page.Fill(words.Pixels, size.Width, size.Height);
    }

    private static string Count(PageContext page, int n) => page.English ? $"{n}" : ThaiDigits.ToThai(n);

    private static string Size(long bytes) =>
        bytes < Kilobyte * Kilobyte
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / Kilobyte):0} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte / Kilobyte:0.0} MB");
}
