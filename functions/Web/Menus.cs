using CddFunctions.Platform.Identity;

namespace CddFunctions.Web;

/// <summary>One entry of the navigation.</summary>
public sealed record MenuItem(string Address, string Words);

/// <summary>A page that a feature puts into the navigation.</summary>
/// <param name="Order">The smallest comes first.</param>
/// <param name="Path">Below the programme's start page; "" for that page itself.</param>
/// <param name="Words">Words of the entry: in English for true, in Thai for false.</param>
/// <param name="Roles">Whoever may open it.</param>
public sealed record MenuEntry(int Order, string Path, Func<bool, string> Words, IReadOnlyCollection<CallerRole> Roles)
{
    /// <summary>Whether the programme of this id has such a page; all have, unless the feature says otherwise.</summary>
    public Func<string, bool> In { get; init; } = _ => true;
}

/// <summary>The pages that a visitor may go to.</summary>
public sealed class Menus(IEnumerable<MenuEntry> entries)
{
    private readonly MenuEntry[] _entries = [.. entries.OrderBy(e => e.Order)];

    public IReadOnlyList<MenuItem> Of(string campaign, Caller caller, bool english) =>
        [
            .. _entries
                .Where(e => e.Roles.Contains(caller.Role) && e.In(campaign))
                .Select(e => new MenuItem(LocalAddress.Start(campaign) + e.Path, e.Words(english))),
        ];
}
