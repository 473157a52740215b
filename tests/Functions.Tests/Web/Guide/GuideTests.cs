using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CddFunctions.Tests.Web.Guide;

/// <summary>The guides say what the pages say: words in bold are words of a page, "…" stands for what varies in them.</summary>
public sealed partial class GuideTests
{
    private static readonly string[] Files = ["docs/th/คู่มือเจ้าหน้าที่.md", "docs/th/คู่มือจัดการลงคะแนน.md"];

    private static readonly string Guide = string.Join('\n', Files.Select(Repository.Read));

    [Fact]
    public void Words_in_bold_are_words_of_a_page()
    {
        var known = Repository
            .Files("functions", "texts.th.json")
            .SelectMany(f => Leaves(JsonNode.Parse(Repository.Read(f))!))
            .Select(t => Place().Replace(t, "…"))
            .ToHashSet(StringComparer.Ordinal);
        known.UnionWith(
            Repository
                .Files("functions", "*Problems.cs")
                .SelectMany(f => Words().Matches(Repository.Read(f)).Select(m => m.Groups["words"].Value))
        );
        var bold = Bold().Matches(Guide).Select(m => m.Groups["words"].Value).ToList();

        Assert.True(bold.Count > 80, $"only {bold.Count} words in bold");
        Assert.Empty(bold.Where(words => words != "ตัวหนา" && !known.Contains(words)).Distinct());
    }

    [Fact]
    public void Every_picture_is_there_small_and_used()
    {
        var named = Picture().Matches(Guide).Select(m => $"docs/th/{m.Groups["path"].Value}").ToList();
        var there = Repository.Files("docs/th/images");

        Assert.Equal(there.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.All(there, f => Assert.InRange(new FileInfo(Path.Combine(Repository.Root, f)).Length, 1_000, GuidePictures.MostBytes));
        Assert.Equal(named.Count, Described().Count(Guide));
    }

    [Fact]
    public void Every_link_leads_somewhere()
    {
        Assert.All(
            Files.Select(Repository.Read),
            guide =>
            {
                var headings = Heading().Matches(guide).Select(m => Anchor(m.Groups["words"].Value)).ToList();
                var links = Link().Matches(guide).Select(m => m.Groups["to"].Value).ToList();

                Assert.True(links.Count >= 10, $"only {links.Count} links");
                Assert.DoesNotContain(
                    links,
                    to => to.StartsWith('#') ? !headings.Contains(to) : !File.Exists(Path.Combine(Repository.Root, "docs", "th", to))
                );
            }
        );
    }

    /// <summary>As the site of the repository makes it: without punctuation, hyphens for spaces.</summary>
    private static string Anchor(string heading) => "#" + heading.Replace(":", "", StringComparison.Ordinal).Replace(' ', '-');

    private static IEnumerable<string> Leaves(JsonNode node) =>
        node is JsonObject of ? of.SelectMany(m => Leaves(m.Value!)) : [node.GetValue<string>()];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    /// <summary>Thai and English of a problem, in that order.</summary>
    [GeneratedRegex("new\\(\"(?<words>[^\"]+)\", \"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\*\*(?<words>.+?)\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex("<img src=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex("<img [^>]*alt=\"[^\"]{10,}\">", RegexOptions.None, 1000)]
    private static partial Regex Described();

    [GeneratedRegex(@"^#+ (?<words>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
