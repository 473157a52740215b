using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Ballots;

/// <summary>docs/votes.md names the test of each promise: they are there, and run.</summary>
public sealed partial class VotesPageTests
{
    [Fact]
    public void Every_promise_names_a_test_that_there_is()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/votes.md"));
        var tests = typeof(VotesPageTests)
            .Assembly.GetTypes()
            .SelectMany(t =>
                t.GetMethods()
                    .Where(m => m.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0)
                    .Select(m => $"{t.Name}.{m.Name}")
            )
            .ToHashSet(StringComparer.Ordinal);
        var rows = page[page.IndexOf("## Promises", StringComparison.Ordinal)..]
            .Split('\n')
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1);

        foreach (var row in rows)
        {
            var named = Named().Matches(row).Select(m => m.Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.Contains(name, tests));
        }
    }

    [GeneratedRegex("[A-Za-z]+Tests\\.[A-Za-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Named();
}
