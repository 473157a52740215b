using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CddFunctions.Web;

namespace CddFunctions.Tests.Web;

public sealed partial class PageTextsTests
{
    private static readonly Dictionary<string, string> Thai = Flat("th");
    private static readonly Dictionary<string, string> English = Flat("en");

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        Assert.Equal(Thai.Keys.Order(), English.Keys.Order());
        Assert.All(Thai.Values.Concat(English.Values), words => Assert.NotEqual("", words.Trim()));
        Assert.All(Thai.Keys, key => Assert.Equal(Places(Thai[key]), Places(English[key])));
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{ "made": {} }""", false)]
    [InlineData("""{ "made": { "up": "x", "more": "y" } }""", false)]
    [InlineData("""{ "made": { "up": "x" }, "other": { "up": "x" } }""", false)]
    [InlineData("""{ "made": { "up": "x" } }""", true)]
    public void A_file_with_a_word_missing_or_too_many_does_not_load(string file, bool loads)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        if (loads)
            Assert.Equal("x", PageTexts.Read<MadeTexts>(content).Up);
        else
            Assert.Throws<JsonException>(() => PageTexts.Read<MadeTexts>(content));
    }

    /// <summary>A file that nobody reads yet would be found broken by a visitor.</summary>
    [Fact]
    public void Every_section_of_every_file_loads()
    {
        var sections = Thai
            .Keys.Select(k => (Folder: k.Split('/')[..^1], Section: k.Split('/')[^1].Split('.')[0]))
            .Select(k =>
                typeof(PageTexts).Assembly.GetType(
                    $"CddFunctions.{string.Join('.', k.Folder)}.{char.ToUpperInvariant(k.Section[0])}{k.Section[1..]}Texts"
                )!
            )
            .Distinct()
            .ToList();
        var load = typeof(PageTexts).GetMethod(nameof(PageTexts.In))!;

        Assert.True(sections.Count > 15, $"only {sections.Count} sections");
        Assert.All(sections, s => Assert.All([false, true], english => Assert.NotNull(load.MakeGenericMethod(s).Invoke(null, [english]))));
    }

    [Fact]
    public void Each_file_keeps_to_its_language()
    {
        // The link to the other language is written in it.
        Assert.All(English.Where(t => t.Key != "Web/site.otherLanguage"), t => Assert.DoesNotMatch(ThaiLetter(), t.Value));
        Assert.All(
            Thai.Where(t => t.Key is not ("Web/site.otherLanguage" or "Web/site.language" or "Web/site.moment")),
            t => Assert.Matches(ThaiLetter(), t.Value)
        );
    }

    /// <summary>Words by folder, section and member: <c>Web/site.print</c>.</summary>
    private static Dictionary<string, string> Flat(string language) =>
        Repository
            .Files("functions", $"texts.{language}.json")
            .SelectMany(f =>
                Leaves("", JsonNode.Parse(Repository.Read(f))!)
                    .Select(w => KeyValuePair.Create($"{Path.GetDirectoryName(f)!["functions/".Length..]}/{w.Key}", w.Value))
            )
            .ToDictionary();

    private static IEnumerable<KeyValuePair<string, string>> Leaves(string path, JsonNode node) =>
        node is JsonObject of
            ? of.SelectMany(m => Leaves(path.Length == 0 ? m.Key : $"{path}.{m.Key}", m.Value!))
            : [new(path, node.GetValue<string>())];

    private static IEnumerable<string> Places(string words) => Place().Matches(words).Select(m => m.Value).Order();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u0E01-\u0E5B]", RegexOptions.None, 1000)]
    private static partial Regex ThaiLetter();
}

/// <summary>The record of a file that only the test above has.</summary>
public sealed record MadeTexts(string Up);
