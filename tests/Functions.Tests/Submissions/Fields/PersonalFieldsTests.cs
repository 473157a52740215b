using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Tests.Submissions.Fields;

public sealed class PersonalFieldsTests
{
    private static readonly Field[] Form =
    [
        Of("officer", FieldKind.Text, personal: true),
        Of("total", FieldKind.Money),
        Of("place", FieldKind.Location, personal: true),
        Of("kinds", FieldKind.Choices),
        Of("leaders", FieldKind.Table) with
        {
            Columns = [Of("given", FieldKind.Given, personal: true), Of("role", FieldKind.Text)],
        },
        Of("witnesses", FieldKind.Table, personal: true) with
        {
            Columns = [Of("role", FieldKind.Text)],
        },
    ];

    [Theory]
    [InlineData("""{"officer":"นายสมมติ"}""", """{"officer":"•••"}""")]
    [InlineData("""{"officer":null}""", """{"officer":"•••"}""")]
    [InlineData("""{"total":300}""", """{"total":300}""")]
    [InlineData("""{"total":null}""", """{"total":null}""")]
    [InlineData("""{"place":{"lat":1,"lon":2}}""", """{"place":"•••"}""")]
    [InlineData("""{"kinds":["a","b"]}""", """{"kinds":["a","b"]}""")]
    [InlineData("""{"gone":"a field of an earlier revision"}""", """{"gone":"•••"}""")]
    [InlineData("""{"leaders":[{"given":"สมมติ","role":"ก"},{"role":"ข"}]}""", """{"leaders":[{"given":"•••","role":"ก"},{"role":"ข"}]}""")]
    [InlineData("""{"leaders":[{"role":"ก","gone":"สมมติ"}]}""", """{"leaders":[{"role":"ก","gone":"•••"}]}""")]
    [InlineData("""{"leaders":[]}""", """{"leaders":[]}""")]
    [InlineData("""{"witnesses":[{"role":"ก"}]}""", """{"witnesses":"•••"}""")]
    [InlineData("{}", "{}")]
    public void Personal_and_unknown_values_are_hidden_and_the_others_shown(string values, string shown) =>
        Assert.Equal(
            shown,
            PersonalFields
                .Hide(Form, JsonNode.Parse(values)!.AsObject())
                .ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        );

    [Fact]
    public void What_was_handed_in_itself_stays_as_it_was()
    {
        var values = new JsonObject { ["officer"] = "นายสมมติ", ["kinds"] = new JsonArray("a") };

        PersonalFields.Hide(Form, values)["kinds"]!.AsArray().Add("b");

        Assert.Equal("นายสมมติ", (string)values["officer"]!);
        Assert.Single(values["kinds"]!.AsArray());
    }

    private static Field Of(string id, FieldKind kind, bool personal = false) => new(id, kind, "ก", "A", [], Personal: personal);
}
