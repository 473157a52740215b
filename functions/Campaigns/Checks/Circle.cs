namespace CddFunctions.Campaigns.Checks;

internal static class Circle
{
    /// <summary>True when following <paramref name="next"/> from an id leads back to it.</summary>
    public static bool Through(string id, Func<string, IEnumerable<string>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(next(id));
        while (waiting.TryPop(out var current))
        {
            if (string.Equals(current, id, StringComparison.Ordinal))
                return true;
            if (!seen.Add(current))
                continue;
            foreach (var following in next(current))
                waiting.Push(following);
        }

        return false;
    }
}
