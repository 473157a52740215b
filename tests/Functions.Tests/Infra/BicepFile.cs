using System.Text.Json;
using CddFunctions.Tests.Campaigns;

namespace CddFunctions.Tests.Infra;

/// <summary>What one .bicep or .bicepparam file says, read by tests/npm/bicep.mjs. Values are source text.</summary>
internal sealed record BicepFile(
    string Path, IReadOnlyList<string> Faults, string? Using, IReadOnlyList<BicepFile.Import> Imports,
    IReadOnlyList<BicepFile.Declared> Parameters, IReadOnlyList<BicepFile.Declared> Variables, IReadOnlyList<BicepFile.Declared> Outputs,
    IReadOnlyList<BicepFile.Made> Resources, IReadOnlyList<BicepFile.Made> Modules,
    IReadOnlyList<string> References, IReadOnlyList<string> Calls, IReadOnlyList<BicepFile.ModuleOutput> ModuleOutputs,
    IReadOnlyList<BicepFile.Index> Indexed, IReadOnlyList<string> Strings)
{
    internal sealed record Import(string From, IReadOnlyList<string> Names);

    /// <param name="Value">Default of a parameter (null = required), value of a variable or output.</param>
    /// <param name="Properties">Of a variable that is an object.</param>
    /// <param name="Decorators">By name, with the text between the parentheses.</param>
    internal sealed record Declared(string Name, string? Type, string? Value, IReadOnlyDictionary<string, string>? Properties, IReadOnlyDictionary<string, string> Decorators);

    /// <summary>A resource (<c>Type</c> has its API version) or a module (<c>Type</c> is its path).</summary>
    /// <param name="Parameters">What a module is given.</param>
    internal sealed record Made(
        string Name, string Type, bool Existing, bool Conditional, IReadOnlyDictionary<string, string> Properties, IReadOnlyDictionary<string, string>? Parameters);

    internal sealed record ModuleOutput(string Name, string Output);

    internal sealed record Index(string Name, string Key);

    /// <summary>Everything that can be named inside the file.</summary>
    public IEnumerable<string> Symbols => Parameters.Concat(Variables).Select(d => d.Name)
        .Concat(Resources.Concat(Modules).Select(m => m.Name)).Concat(Imports.SelectMany(i => i.Names));

    public static IReadOnlyList<BicepFile> ParseAll(IEnumerable<(string Path, string Text)> sources) =>
        [.. NodeTool.Run("bicep.mjs", "-", sources.Select(s => JsonSerializer.Serialize(new { path = s.Path, text = s.Text })))
            .Select(line => JsonSerializer.Deserialize<BicepFile>(line, JsonSerializerOptions.Web)!)];
}
