using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Infra;

/// <summary>What the compiler made of a Bicep file: the JSON that Azure gets, with the modules inside.</summary>
/// <param name="Name">Of the module; empty for main.bicep.</param>
internal sealed record ArmTemplate(string Name, JsonObject Json)
{
    private const string Deployment = "Microsoft.Resources/deployments";

    public IEnumerable<KeyValuePair<string, JsonNode?>> Parameters => Part("parameters");

    public IEnumerable<KeyValuePair<string, JsonNode?>> Outputs => Part("outputs");

    public IEnumerable<KeyValuePair<string, JsonNode?>> Variables => Part("variables");

    /// <summary>Without the modules, and without what exists already.</summary>
    public IEnumerable<JsonNode> Resources => All.Where(r => TypeOf(r) is not Deployment && r["existing"] is null);

    /// <summary>Calls of modules, with the template that is called.</summary>
    public IEnumerable<(JsonNode Call, ArmTemplate Template)> Modules =>
        All.Where(r => TypeOf(r) is Deployment)
            .Select(r => (r, new ArmTemplate((string)r["name"]!, r["properties"]!["template"]!.AsObject())));

    /// <summary>The template and all of its modules.</summary>
    public IEnumerable<ArmTemplate> WithModules => [this, .. Modules.SelectMany(m => m.Template.WithModules)];

    private IEnumerable<JsonNode> All =>
        Json["resources"] switch
        {
            JsonArray list => list!,
            JsonObject named => named.Select(r => r.Value!),
            _ => [],
        };

    public static ArmTemplate Read(string path) => new("", JsonNode.Parse(File.ReadAllText(path))!.AsObject());

    public static string TypeOf(JsonNode resource) => (string)resource["type"]!;

    private JsonObject Part(string name) => Json[name]?.AsObject() ?? [];
}
