using System.Text.RegularExpressions;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>Pure: what the rules of a form say about its inputs.</summary>
public static partial class FormHints
{
    /// <summary>Columns whose sum a rule compares, so that a running total helps: <c>lines.amount</c>.</summary>
    public static IReadOnlySet<string> Sums(Form form) =>
        (form.Rules ?? []).SelectMany(r => Sum().Matches(r.Assert)).Select(m => m.Groups["column"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Moves the error of a broken rule to the first input that the rule names. Until then its path is the id of the rule.
    /// </summary>
    public static IReadOnlyList<FieldError> AtInputs(Form form, IReadOnlyList<FieldError> errors) =>
        [.. errors.Select(e => RuleOf(form, e.Path) is { } rule && FieldOf(form, rule) is { } field ? e with { Path = field } : e)];

    private static FormRule? RuleOf(Form form, string path) =>
        form.Fields.Any(f => Same(f.Id, path)) ? null : form.Rules?.FirstOrDefault(r => Same(r.Id, path));

    private static string? FieldOf(Form form, FormRule rule) =>
        Name().Matches(rule.Assert).Select(m => m.Value).FirstOrDefault(n => form.Fields.Any(f => Same(f.Id, n)));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    [GeneratedRegex(@"sum\(\s*(?<column>[a-z0-9-]+\.[a-z0-9-]+)\s*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sum();

    [GeneratedRegex("[a-z][a-z0-9-]*", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
