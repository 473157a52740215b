using System.Globalization;

namespace CddFunctions.Tests.Infra;

/// <summary>Modules and parameter files: what is given is declared, what is required is given, what is read is an output.</summary>
internal static class ModuleRules
{
    private static readonly string[] Limits = ["allowed", "minLength", "maxLength", "minValue", "maxValue"];

    public static IEnumerable<string> Faults(Templates templates) =>
        templates.Code.SelectMany(f => f.Modules.SelectMany(m => Called(templates, f, m)).Select(fault => $"{f.Path}: {fault}"))
            .Concat(templates.Code.SelectMany(f => Read(templates, f)))
            .Concat(templates.Code.Where(f => f.Path is not Templates.Main && !IsUsed(templates, f)).Select(f => $"{f.Path} is used by nobody"))
            .Concat(templates.ParameterFiles.SelectMany(f => Given(templates, f).Select(fault => $"{f.Path}: {fault}")));

    private static IEnumerable<string> Called(Templates templates, BicepFile file, BicepFile.Made module)
    {
        if (templates.From(file, module.Type) is not { } target)
        {
            yield return $"{module.Type} is missing";
            yield break;
        }

        var given = module.Parameters ?? new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var unknown in given.Keys.Except(target.Parameters.Select(p => p.Name)))
            yield return $"{target.Path} takes no {unknown}";
        foreach (var missing in target.Parameters.Where(p => p.Value is null && !given.ContainsKey(p.Name)))
            yield return $"{target.Path} wants {missing.Name}";
        foreach (var taken in target.Parameters.Where(p => given.ContainsKey(p.Name)))
        {
            var passed = file.Parameters.FirstOrDefault(p => p.Name == given[taken.Name]);
            if (passed is not null && passed.Type != taken.Type)
                yield return $"{target.Path} takes {taken.Name} as {taken.Type}, {passed.Name} is {passed.Type}";
            foreach (var limit in Limits.Where(l => !module.Conditional && passed?.Decorators.GetValueOrDefault(l) is { } has && taken.Decorators.GetValueOrDefault(l) is { } wants && Squeezed(has) != Squeezed(wants)))
                yield return $"{target.Path} has another @{limit} for {taken.Name} than {passed!.Name}";
            if (OutputType(templates, file, given[taken.Name]) is { } type && type != taken.Type)
                yield return $"{target.Path} takes {taken.Name} as {taken.Type}, {given[taken.Name]} is {type}";
        }
    }

    private static string? OutputType(Templates templates, BicepFile file, string value) =>
        value.Split('.') is [var module, "outputs", var output] ? Target(templates, file, module)?.Outputs.FirstOrDefault(o => o.Name == output)?.Type : null;

    private static IEnumerable<string> Read(Templates templates, BicepFile file) => file.ModuleOutputs
        .Where(read => Target(templates, file, read.Name)?.Outputs.Any(o => o.Name == read.Output) is not true)
        .Select(read => $"{file.Path}: {read.Name} has no output {read.Output}");

    private static BicepFile? Target(Templates templates, BicepFile file, string module) =>
        file.Modules.FirstOrDefault(m => m.Name == module) is { } called ? templates.From(file, called.Type) : null;

    private static bool IsUsed(Templates templates, BicepFile file) => templates.Code.Any(f =>
        f.Modules.Select(m => m.Type).Concat(f.Imports.Select(i => i.From)).Any(path => templates.From(f, path)?.Path == file.Path));

    private static IEnumerable<string> Given(Templates templates, BicepFile file)
    {
        if (file.Using is null || templates.From(file, file.Using) is not { } target)
        {
            yield return "has no using line that leads to a file";
            yield break;
        }

        foreach (var missing in target.Parameters.Where(p => p.Value is null).Select(p => p.Name).Except(file.Variables.Select(v => v.Name)))
            yield return $"does not give {missing}";
        foreach (var value in file.Variables)
        {
            if (target.Parameters.FirstOrDefault(p => p.Name == value.Name) is not { } parameter)
                yield return $"{value.Name} is no parameter of {target.Path}";
            else if (!Allows(parameter, value.Value!))
                yield return $"{value.Name} may not be {value.Value}";
        }
    }

    private static bool Allows(BicepFile.Declared parameter, string value)
    {
        int? Limit(string name) => parameter.Decorators.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        var isNumber = int.TryParse(value, CultureInfo.InvariantCulture, out var number);
        var size = parameter.Type is "int" ? number : value.Length - 2;
        var (least, most) = parameter.Type is "int" ? (Limit("minValue"), Limit("maxValue")) : (Limit("minLength"), Limit("maxLength"));
        var form = parameter.Type switch
        {
            "int" => isNumber,
            "string" => value[0] == '\'',
            "bool" => value is "true" or "false",
            "array" => value[0] == '[',
            _ => value[0] == '{',
        };
        return form && (parameter.Type is "array" || !(size < least || size > most))
            && (parameter.Decorators.GetValueOrDefault("allowed") is not { } allowed || Squeezed(allowed).Trim('[', ']').Split(',').Contains(value));
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
