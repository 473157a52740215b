using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;

namespace CddFunctions.Tests.Campaigns;

public sealed class DefinitionDiffTests
{
    [Fact]
    public void The_same_definition_has_no_changes_however_it_is_written()
    {
        Assert.Empty(Between(_ => { }));
        Assert.Empty(DefinitionDiff.Between(Json("""{"a": 1, "b": null, "c": [1, 2.0]}"""), Json("""{"c": [1, 2], "a": 1.0}""")));
    }

    [Fact]
    public void A_moved_date_is_named_by_its_milestone_with_the_day_before_and_after()
    {
        var change = Assert.Single(Between(c => c.At("milestones/m-due")["on"] = "2024-02-29"));

        Assert.Equal(("milestones", "m-due", ElementChangeKind.Changed, "ก"), (change.Collection, change.Id, change.Kind, change.Name.Th));
        Assert.Equal([new("on", "2024-02-22", "2024-02-29")], change.Members);
    }

    [Fact]
    public void Added_and_removed_elements_are_named_with_their_section_and_id()
    {
        var changes = Between(c =>
        {
            var task = c.At("tasks/t-plan");
            task["id"] = "t-new";
            task["th"] = "ใหม่";
        });

        Assert.Equal(
            [("tasks", "t-new", ElementChangeKind.Added, "ใหม่"), ("tasks", "t-plan", ElementChangeKind.Removed, "ก")],
            changes.Select(c => (c.Collection, c.Id, c.Kind, c.Name.Th))
        );
        Assert.All(changes, c => Assert.Empty(c.Members));
    }

    [Fact]
    public void Members_inside_an_element_are_found_by_their_ids_and_missing_ones_are_nothing()
    {
        var changes = DefinitionDiff.Between(
            Json("""{"forms": [{"id": "f", "fields": [{"id": "a", "max": 1}, {"id": "b"}]}]}"""),
            Json("""{"forms": [{"id": "f", "fields": [{"id": "b", "th": "ข"}, {"id": "a", "max": 2}], "notice": {"th": "ก"}}]}""")
        );

        Assert.Equal(
            [new("fields/b.th", null, "ข"), new("fields/a.max", "1", "2"), new("notice", null, """{"th":"ก"}""")],
            Assert.Single(changes).Members
        );
    }

    [Theory]
    [InlineData("title", "\"a\"", "\"b\"", "a", "b", ElementChangeKind.Changed)]
    [InlineData("summary", "{\"th\": \"a\"}", "{\"th\": \"b\"}", "a", "b", ElementChangeKind.Changed)]
    [InlineData("year", "2567", "2568", "2567", "2568", ElementChangeKind.Changed)]
    [InlineData("new", "null", "true", null, "true", ElementChangeKind.Added)]
    [InlineData("old", "[1]", "null", "[1]", null, ElementChangeKind.Removed)]
    public void Members_of_the_file_itself_stand_by_their_name(
        string member,
        string before,
        string after,
        string? was,
        string? became,
        ElementChangeKind kind
    )
    {
        var change = Assert.Single(
            DefinitionDiff.Between(Json($$"""{"{{member}}": {{before}}}"""), Json($$"""{"{{member}}": {{after}}}"""))
        );

        Assert.Equal(("", member, kind), (change.Collection, change.Id, change.Kind));
        Assert.Equal((was, became), (change.Members.Single().Before, change.Members.Single().After));
    }

    [Fact]
    public void Order_is_only_told_where_nothing_else_changed()
    {
        Assert.Equal(
            ElementChangeKind.Reordered,
            Assert.Single(Lists("""[{"id": "a"}, {"id": "b"}]""", """[{"id": "b"}, {"id": "a"}]""")).Kind
        );
        Assert.Equal(
            ElementChangeKind.Changed,
            Assert.Single(Lists("""[{"id": "a"}, {"id": "b"}]""", """[{"id": "b"}, {"id": "a", "x": 1}]""")).Kind
        );
    }

    [Fact]
    public void Lists_without_ids_or_with_an_id_twice_are_compared_as_a_whole()
    {
        Assert.Equal(
            """[{"id":"a"},{"id":"a"}]""",
            Assert.Single(Lists("""[{"id": "a"}, {"id": "a"}]""", """[{"id": "a"}]""")).Members.Single().Before
        );
        Assert.Equal("[1]", Assert.Single(Lists("[1]", "[2]")).Members.Single().Before);
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(301, 301)] // 300 and the mark that there is more
    [InlineData(5000, 301)]
    public void Long_values_are_cut(int length, int shown) =>
        Assert.Equal(
            shown,
            Assert
                .Single(DefinitionDiff.Between(Json("""{"a": 1}"""), Json($$"""{"a": "{{new string('x', length)}}"}""")))
                .Members[0]
                .After!.Length
        );

    [Fact]
    public void The_shipped_programmes_differ_in_everything_and_an_amendment_in_what_it_names()
    {
        var rayong = Json(Definitions.Load(Definitions.Rayong).ToJsonString());
        var phayao = Json(Definitions.Load(Definitions.Phayao).ToJsonString());

        Assert.Empty(DefinitionDiff.Between(rayong, rayong));
        Assert.Contains(DefinitionDiff.Between(rayong, phayao), c => c is { Collection: "ballots", Kind: ElementChangeKind.Removed });
    }

    private static IReadOnlyList<ElementChange> Lists(string before, string after) =>
        DefinitionDiff.Between(Json($$"""{"list": {{before}}}"""), Json($$"""{"list": {{after}}}"""));

    private static IReadOnlyList<ElementChange> Between(Action<JsonObject> change)
    {
        var after = SmallCampaign.Json();
        change(after);
        return DefinitionDiff.Between(Json(SmallCampaign.Json().ToJsonString()), Json(after.ToJsonString()));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
