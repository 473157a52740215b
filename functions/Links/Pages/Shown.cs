namespace CddFunctions.Links.Pages;

/// <summary>One page of a list.</summary>
public sealed record Shown<T>(IReadOnlyList<T> Items, int Page, int Pages, int Total);

public static class Shown
{
    /// <summary>One page of a list. Without a readable number it is the first page, for too high a number the last.</summary>
    public static Shown<T> Of<T>(IReadOnlyList<T> all, int? page, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var shown = Math.Clamp(page ?? 1, 1, pages);
        return new([.. all.Skip((shown - 1) * size).Take(size)], shown, pages, all.Count);
    }
}
