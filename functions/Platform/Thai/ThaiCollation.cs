using System.Globalization;

namespace CddFunctions.Platform.Thai;

/// <summary>Dictionary order: by consonant first, then vowels and tones (แกลง, เขาชะเมา, นิคมพัฒนา). Needs ICU.</summary>
public static class ThaiCollation
{
    private static readonly Lazy<CompareInfo> Thai = new(Load);

    /// <summary>
    /// A total order: texts that the dictionary does not tell apart (spaces, punctuation) follow by code point. Null first.
    /// </summary>
    /// <exception cref="InvalidOperationException">ICU data for Thai are missing from the machine or image.</exception>
    public static IComparer<string?> Comparer { get; } = Comparer<string?>.Create(Compare);

    /// <summary>Lower-case hexadecimal text whose ordinal order is dictionary order, for a stored column. Only for sorting;
    /// an upgrade of ICU may change it.</summary>
    /// <exception cref="InvalidOperationException">ICU data for Thai are missing from the machine or image.</exception>
    public static string SortKey(string text) => Convert.ToHexStringLower(Thai.Value.GetSortKey(ThaiText.Normalise(text)).KeyData);

    private static int Compare(string? a, string? b)
    {
        if (a is null || b is null)
            return (a is null ? 0 : 1) - (b is null ? 0 : 1);

        var byDictionary = Thai.Value.Compare(ThaiText.Normalise(a), ThaiText.Normalise(b), CompareOptions.None);
        return byDictionary != 0 ? byDictionary : string.CompareOrdinal(a, b);
    }

    private static CompareInfo Load()
    {
        const string missing = "Thai sorting needs ICU with th-TH data: install libicu and keep InvariantGlobalization false.";
        try
        {
            var thai = CultureInfo.GetCultureInfo("th-TH").CompareInfo;
            // In invariant mode the culture may exist and compare by code point, which puts เ before แ.
            return thai.Compare("แก", "เข", CompareOptions.None) < 0 ? thai : throw new InvalidOperationException(missing);
        }
        catch (CultureNotFoundException e)
        {
            throw new InvalidOperationException(missing, e);
        }
    }
}
