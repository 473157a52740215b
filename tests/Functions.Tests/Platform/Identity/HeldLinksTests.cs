using CddFunctions.Platform.Identity;

namespace CddFunctions.Tests.Platform.Identity;

public sealed class HeldLinksTests
{
    [Fact]
    public void The_link_that_is_opened_becomes_the_current_one_and_is_held_once()
    {
        var held = HeldLinks.None.With(Link("a")).With(Link("b")).With(Link("a"));

        Assert.Equal(["a", "b"], held.Links.Select(l => l.Id));
        Assert.Equal(["b"], held.Without("a").Links.Select(l => l.Id));
    }

    [Fact]
    public void Of_nine_links_the_one_that_was_not_used_for_longest_falls_off()
    {
        var held = HeldLinks.None;
        for (var n = 1; n <= 8; n++)
            held = held.With(Link($"{n}"));
        held = held.With(Link("1")).With(Link("9"));

        Assert.Equal(["9", "1", "8", "7", "6", "5", "4", "3"], held.Links.Select(l => l.Id));
    }

    [Theory]
    [InlineData(1000, 3)]
    [InlineData(474, 8)]
    [InlineData(475, 7)]
    [InlineData(5000, 1)]
    public void The_cookie_stays_below_what_browsers_keep(int characters, int kept)
    {
        var held = HeldLinks.None;
        for (var n = 1; n <= 8; n++)
            held = held.With(Link($"{n}", characters));

        Assert.Equal(kept, held.Links.Count);
    }

    private static HeldLink Link(string id, int characters = 10) =>
        new(new string('x', characters), new(id, "c", CallerRole.Officer, "2101", 0));
}
