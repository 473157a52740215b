using CddFunctions.Demo;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Tests.Demo;

public sealed class PeopleTests
{
    [Fact]
    public void Three_hundred_people_have_three_hundred_names() =>
        Assert.Equal(
            300,
            Enumerable
                .Range(0, 300)
                .Select(n => People.Named(n))
                .Select(p => $"{p["given"]} {p["family"]}")
                .Distinct(StringComparer.Ordinal)
                .Count()
        );

    [Fact]
    public void Their_telephones_are_valid_and_of_the_example_block() =>
        Assert.All(
            Enumerable.Range(0, 300),
            n => Assert.StartsWith("+66800000", ThaiPhone.Parse(People.Phone(n)), StringComparison.Ordinal)
        );
}
