using CddFunctions.Platform.Identity;

namespace CddFunctions.Tests.Platform.Identity;

public sealed class PersonTests
{
    private static readonly Caller First = Holder("a");
    private static readonly Caller Second = Holder("b");

    [Theory]
    [InlineData("a", "b", false)] // two links of the installation
    [InlineData("a", "a2", true)] // one made the other
    [InlineData("a", "a3", true)] // and that one a third
    [InlineData("a2", "a3", true)]
    [InlineData("a2", "a2b", true)] // both made by the same link
    [InlineData("a3", "b", false)]
    [InlineData("a3", "b2", false)]
    [InlineData("key", "a", true)] // the key made it
    [InlineData("key", "a3", true)]
    [InlineData("key", "start-20240510", true)]
    [InlineData("start-20240510", "start-20240511", true)]
    [InlineData("start-20240510", "b", true)]
    public void Links_that_go_back_to_one_first_link_are_one_person(string one, string other, bool same)
    {
        var a2 = Holder("a2", Person.Line(First));
        var people = new Dictionary<string, Caller>
        {
            ["a"] = First,
            ["b"] = Second,
            ["a2"] = a2,
            ["a2b"] = Holder("a2b", Person.Line(First)),
            ["a3"] = Holder("a3", Person.Line(a2)),
            ["b2"] = Holder("b2", Person.Line(Second)),
            ["key"] = Caller.Administrator,
            ["start-20240510"] = Holder("start-20240510"),
            ["start-20240511"] = Holder("start-20240511"),
        };

        Assert.Equal(same, Person.AreOne(Person.Of(people[one]), Person.Of(people[other])));
        Assert.Equal(same, Person.AreOne(Person.Of(people[other]), Person.Of(people[one])));
    }

    [Fact]
    public void A_line_names_the_first_link_and_the_maker_however_long_it_is()
    {
        var deep = First;
        for (var n = 0; n < 50; n++)
            deep = Holder($"d{n}", Person.Line(deep));

        Assert.Equal("a.d48", deep.Line);
        Assert.Equal("d48", Person.Maker(deep.Line));
        Assert.Null(Person.Line(Caller.Administrator));
        Assert.Null(Person.Line(Holder("start-20240510")));
        Assert.Null(Person.Maker(null));
    }

    private static Caller Holder(string link, string? line = null) => new(CallerRole.Admin, "c", "s", link, line);
}
