namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// Clause numbers in locators: <c>ข้อ ๓.๑</c>, <c>๔.๒</c>, <c>ข้อ ๕-๖</c>, <c>๔.๘-๔.๑๐</c>. Other places (the heading,
/// a page, วรรคแรก) have none.
/// </summary>
internal static class ClauseNumbers
{
    private const string Clause = "ข้อ";

    public static bool IsNumbered(string locator) =>
        locator.StartsWith(Clause, StringComparison.Ordinal) || (locator.Length > 0 && locator[0] is >= '๐' and <= '๙');

    /// <returns>Numbers in Arabic digits (3.1); a range is given number by number; empty when there is none.</returns>
    public static IReadOnlyList<string> Of(string locator)
    {
        var text = string.Concat(locator.Replace(Clause, "", StringComparison.Ordinal).Trim().Select(Arabic));
        var number = new string([.. text.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-')]);
        return number.Split('-') switch
        {
            [var one] when Parts(one) is not null => [one],
            [var from, var to] => Range(from, to),
            _ => [],
        };
    }

    private static IReadOnlyList<string> Range(string from, string to)
    {
        if (
            Parts(from) is not { } first
            || Parts(to) is not { } last
            || first.Length != last.Length
            || !first.SkipLast(1).SequenceEqual(last.SkipLast(1))
        )
            return [];
        var prefix = string.Concat(first.SkipLast(1).Select(n => $"{n}."));
        return [.. Enumerable.Range(first[^1], Math.Max(0, last[^1] - first[^1] + 1)).Select(n => $"{prefix}{n}")];
    }

    private static int[]? Parts(string number)
    {
        var parts = number.Split('.');
        return parts.All(p => p.Length is > 0 and < 4 && p.All(char.IsAsciiDigit)) ? [.. parts.Select(int.Parse)] : null;
    }

    private static char Arabic(char c) =>
        c is >= '๐' and <= '๙' ? (char)(c - '๐' + '0')
        : c is '–' ? '-'
        : c;
}
