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

    [Fact]
    public void A_file_with_a_missing_word_would_not_load()
    {
        Assert.Equal("th", PageTexts.Thai.Site.Language);
        Assert.Equal("en", PageTexts.English.Site.Language);
    }

    [Fact]
    public void Each_file_keeps_to_its_language()
    {
        // The link to the other language is written in it.
        Assert.All(English.Where(t => t.Key != "site.otherLanguage"), t => Assert.DoesNotMatch(ThaiLetter(), t.Value));
        Assert.All(Thai.Where(t => t.Key is not ("site.otherLanguage" or "site.language" or "site.moment")), t => Assert.Matches(ThaiLetter(), t.Value));
    }

    private static Dictionary<string, string> Flat(string language)
    {
        using var file = typeof(PageTexts).Assembly.GetManifestResourceStream($"Texts.{language}.json")!;
        return Leaves("", JsonNode.Parse(file)!).ToDictionary();
    }

    private static IEnumerable<KeyValuePair<string, string>> Leaves(string path, JsonNode node) => node is JsonObject of
        ? of.SelectMany(m => Leaves(path.Length == 0 ? m.Key : $"{path}.{m.Key}", m.Value!))
        : [new(path, node.GetValue<string>())];

    private static IEnumerable<string> Places(string words) => Place().Matches(words).Select(m => m.Value).Order();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u0E01-\u0E5B]", RegexOptions.None, 1000)]
    private static partial Regex ThaiLetter();
}
