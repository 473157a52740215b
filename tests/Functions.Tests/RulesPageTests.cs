using System.Globalization;
using System.Text.RegularExpressions;

namespace CddFunctions.Tests;

/// <summary>The rules that comments quote are in <c>docs/rules.md</c> under the number they are quoted by.</summary>
public sealed partial class RulesPageTests
{
    private static readonly string Page = Repository.Read("docs/rules.md");

    [Fact]
    public void Every_rule_that_the_code_names_is_on_the_page()
    {
        var named = Repository
            .Files("functions", "*.cs")
            .Concat(Repository.Files("reporting", "*.cs"))
            .Concat(Repository.Files("demo", "*.cs"))
            .SelectMany(f =>
                Citation()
                    .Matches(Repository.Read(f))
                    .Select(m => (File: f, Section: m.Groups["section"].Value, Rule: m.Groups["rule"].Value))
            )
            .ToList();

        Assert.True(named.Count >= 15, $"Only {named.Count} citations were found.");
        Assert.DoesNotContain(named, n => !Section(n.Section).Contains(Start(n.Rule), StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_is_not_there_is_noticed()
    {
        Assert.Contains(Start("12"), Section("2.3"), StringComparison.Ordinal);
        Assert.DoesNotContain(Start("13"), Section("2.3"), StringComparison.Ordinal);
        Assert.Empty(Section("2.5"));
    }

    private static string Start(string rule) => rule.Length == 0 ? "\n" : string.Create(CultureInfo.InvariantCulture, $"\n{rule}. **");

    /// <summary>From a heading to the next; empty when there is no such heading.</summary>
    private static string Section(string number)
    {
        var start = Page.IndexOf($"\n## {number} ", StringComparison.Ordinal);
        return start < 0
            ? ""
            : Page[start..(Page.IndexOf("\n## ", start + 1, StringComparison.Ordinal) is > 0 and var end ? end : Page.Length)];
    }

    [GeneratedRegex(@"docs/rules\.md (?<section>[0-9](?:\.[0-9])?)(?:, rules? (?<rule>[0-9]+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();
}
