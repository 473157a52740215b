using System.Globalization;
using System.Text;

namespace CddFunctions.Demo;

/// <summary>Pads and cuts text by the cells it takes on a terminal: Thai vowels and tone marks above and below take none.</summary>
public static class ColumnText
{
    public static int Width(string text) =>
        text.EnumerateRunes().Count(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format));

    public static string Pad(string text, int width) =>
        Fit(text, width) is var fitting ? fitting + new string(' ', Math.Max(0, width - Width(fitting))) : "";

    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Width(text))) + text;

    private static string Fit(string text, int width)
    {
        if (Width(text) <= width)
            return text;

        var kept = new StringBuilder();
        var used = 0;
        foreach (var cluster in StringInfo.GetTextElementEnumerator(text).Clusters())
        {
            if (used + Width(cluster) > width - 1)
                break;
            kept.Append(cluster);
            used += Width(cluster);
        }

        return $"{kept}…";
    }

    private static IEnumerable<string> Clusters(this TextElementEnumerator elements)
    {
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }
}
