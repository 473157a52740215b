using System.Text.Json.Nodes;
using CddFunctions.Submissions.Rosters;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Submissions.Rosters;

public sealed class RosterChangesTests
{
    private static readonly string[] Names = ["given", "family"];

    [Theory]
    [InlineData("ก|1", "ก|1", "")]
    [InlineData("ก|1", "ก|2", "Corrected")]
    [InlineData("ก|1", "ข|1", "Corrected")]
    [InlineData("ก|1", "ข|2", "Added,Removed")]
    [InlineData("", "ก|1", "Added")]
    [InlineData("ก|1", "", "Removed")]
    [InlineData("ก|1,ข|2", "ข|2,ก|1", "")]
    [InlineData("ก|1,ข|2", "ข|1,ก|2", "Corrected,Corrected")]
    [InlineData("นํ้า|1", "น้ำ|1", "Corrected")]
    public void Entries_are_the_same_person_by_name_or_else_by_phone(string before, string after, string kinds) =>
        Assert.Equal(kinds, string.Join(',', Between(before, after).Select(c => c.Kind)));

    [Fact]
    public void Before_and_after_add_up_whatever_was_changed()
    {
        var person = Gen.Choose(0, 5).SelectMany(name => Gen.Choose(0, 5).Select(phone => $"{(char)('ก' + name)}|{phone}"));
        var list = Gen.ListOf(person).Select(people => string.Join(',', people));

        Check.QuickThrowOnFailure(
            Prop.ForAll(
                list.ToArbitrary(),
                list.ToArbitrary(),
                (before, after) =>
                {
                    var changes = Between(before, after);
                    int Count(RosterChangeKind kind) => changes.Count(c => c.Kind == kind);
                    return List(before).Length - Count(RosterChangeKind.Removed) + Count(RosterChangeKind.Added) == List(after).Length
                        && Between(before, before).Count == 0
                        && changes.Where(c => c.Row is not null).Select(c => c.Row).Distinct().Count()
                            == changes.Count(c => c.Row is not null);
                }
            )
        );
    }

    private static IReadOnlyList<RosterChange> Between(string before, string after) =>
        RosterChanges.Between(List(before), List(after), Names, "phone");

    private static JsonObject[] List(string text) =>
        [
            .. text.Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('|'))
                .Select(p => new JsonObject
                {
                    ["given"] = p[0],
                    ["family"] = "ทดสอบ",
                    ["phone"] = p[1],
                }),
        ];
}
