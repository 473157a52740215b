using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Campaigns;

/// <summary>The schema that editors use says the same as the model that the server reads.</summary>
public sealed class CampaignSchemaTests
{
    private static readonly string SchemaFile = Path.Combine(Definitions.Folder, "campaign.schema.json");

    private static readonly Action<JsonObject>[] Breaks =
    [
        c => c["unknown"] = 1,
        c => c.Remove("tasks"),
        c => c["id"] = "Rayong 2567",
        c => c["fiscalYear"] = 2024,
        c => c["province"] = "ry",
        c => c.At("tasks/t-plan")["dueDate"] = "2024-02-22",
        c => c.At("tasks/t-plan")["kind"] = "Submit",
        c => c.At("tasks/t-plan")["src"] = new JsonArray(),
        c => c.At("tasks/t-plan").List("src")[0] = "stated ry-l1",
        c => c.At("tasks/t-plan").List("src")[0] = "stated ry-l1 — why",
        c => c.At("tasks/t-plan").List("src")[0] = "assumed ry-l1 ข้อ ๑",
        c => c.At("tasks/t-plan").List("src")[0] = "assumed —",
        c => c.At("tasks/t-plan").Remove("reminders"),
        c => c.At("tasks/t-plan")["times"] = new JsonObject(),
        c => c.At("tasks/t-plan")["times"] = -1,
        c => c.At("milestones/m-plan-due")["on"] = "2567-02-22",
        c => c.At("milestones/m-plan-due")["on"] = "2024-2-22",
        c => c.At("milestones/m-plan-due")["time"] = "24:00",
        c => c.At("milestones/m-plan-due").Remove("on"),
        c => c.At("milestones/m-ballot").Remove("to"),
        c => c.At("calendar")["workWeek"] = new JsonArray("monday"),
        c => c.At("units/2101")["code"] = "210",
        c => c.At("forms/f-staff/fields/given").Remove("personal"),
        c => c.At("forms/f-staff/fields/given")["personal"] = false,
        c => c.At("ballots/b-virtues/secrecy")["interimResults"] = "shown",
        c => c.At("ballots/b-virtues/secrecy")["castTime"] = "second",
        c => c.At("tasks/t-plan")["th"] = "",
    ];

    [Theory]
    [InlineData(Definitions.Rayong)]
    [InlineData(Definitions.Phayao)]
    public void The_definitions_validate(string id) =>
        Assert.Equal(["[]"], NodeTool.Run("validate.mjs", SchemaFile, [Definitions.Load(id).ToJsonString()]), StringComparer.Ordinal);

    [Fact]
    public void Broken_definitions_do_not_validate()
    {
        var answers = NodeTool.Run("validate.mjs", SchemaFile, Breaks.Select(Broken));

        Assert.Equal(Breaks.Length, answers.Count);
        Assert.DoesNotContain("[]", answers, StringComparer.Ordinal);
    }

    [Fact]
    public void Model_and_schema_have_the_same_members_and_values()
    {
        var schema = JsonNode.Parse(File.ReadAllBytes(SchemaFile))!.AsObject();
        var compared = new HashSet<Type>();

        Compare(typeof(Campaign), schema, schema, compared);

        Assert.Superset(new HashSet<Type> { typeof(Field), typeof(TieBreak), typeof(Retention), typeof(ChangeOp) }, compared);
    }

    private static void Compare(Type type, JsonObject node, JsonObject schema, HashSet<Type> compared)
    {
        if (!compared.Add(type))
            return;
        var info = CampaignJson.Options.GetTypeInfo(type);
        var members = info.Properties.Where(p => p.AssociatedParameter is not null).ToList();
        var written = node["properties"]!.AsObject().Select(p => p.Key).Where(k => k is not "$schema");
        Assert.Equal(
            members.Select(p => p.Name).Order(StringComparer.Ordinal),
            written.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.Equal(
            members.Where(p => !p.AssociatedParameter!.HasDefaultValue).Select(p => p.Name).Order(StringComparer.Ordinal),
            node["required"]!.AsArray().Select(r => r!.GetValue<string>()).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.False(node["additionalProperties"]!.GetValue<bool>());

        foreach (var member in members)
            CompareMember(member, node["properties"]![member.Name]!.AsObject(), schema, compared);
    }

    private static void CompareMember(JsonPropertyInfo member, JsonObject node, JsonObject schema, HashSet<Type> compared)
    {
        var info = CampaignJson.Options.GetTypeInfo(member.PropertyType);
        var type = Nullable.GetUnderlyingType(info.ElementType ?? info.Type) ?? info.ElementType ?? info.Type;
        if (info.Kind is JsonTypeInfoKind.Enumerable)
            node = node["items"]!.AsObject();
        var target = node["$ref"] is { } reference ? schema["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject() : node;

        if (type.IsEnum && type != typeof(DayOfWeek))
        {
            compared.Add(type);
            Assert.Equal(
                Enum.GetNames(type).Select(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName),
                target["enum"]!.AsArray().Select(v => v!.GetValue<string>()),
                StringComparer.Ordinal
            );
        }
        else if (CampaignJson.Options.GetTypeInfo(type).Kind is JsonTypeInfoKind.Object)
        {
            Compare(type, target, schema, compared);
        }
    }

    private static string Broken(Action<JsonObject> edit)
    {
        var campaign = Definitions.Load(Definitions.Rayong);
        edit(campaign);
        return campaign.ToJsonString();
    }
}
