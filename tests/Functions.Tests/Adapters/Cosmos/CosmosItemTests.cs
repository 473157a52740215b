using System.Text;
using System.Text.Json;
using CddFunctions.Adapters.Cosmos;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Adapters.Cosmos;

/// <summary>How a document lies in an item, up to the size that the service allows.</summary>
public sealed class CosmosItemTests
{
    private const int MostBytes = 2 * 1024 * 1024;

    [Fact]
    public void The_body_is_text_beside_its_keys()
    {
        var item = Item("""{"amount":1250.50}"""u8.ToArray());

        Assert.Equal(["id", "partition", "write", "body"], item.EnumerateObject().Select(p => p.Name), StringComparer.Ordinal);
        Assert.Equal(
            ("i", "p", "w"),
            (item.GetProperty("id").GetString(), item.GetProperty("partition").GetString(), CosmosItem.WriteOf(item))
        );
        Assert.Equal("""{"amount":1250.50}""", item.GetProperty("body").GetString());
    }

    [Theory]
    [InlineData('x', "body")]
    [InlineData('"', "gzip")]
    [InlineData('\\', "gzip")]
    [InlineData('\n', "gzip")]
    public void The_largest_body_fits_whatever_must_be_escaped(char filling, string property)
    {
        var body = Encoding.UTF8.GetBytes(new string(filling, DocumentLimits.BodyBytes));
        var bytes = CosmosItem.Encode(new string('ก', 255), new string('ข', 255), "w", body);

        Assert.InRange(bytes.Length, 1, MostBytes - 1024);
        Assert.True(Parse(bytes).TryGetProperty(property, out _));
        Assert.Equal(body, Decoded(Parse(bytes)));
    }

    [Theory]
    [InlineData(90_000, "body")]
    [InlineData(100_000, "gzip")]
    public void Quotes_count_twice_towards_the_limit(int quotes, string property)
    {
        var body = Encoding.UTF8.GetBytes(new string('"', quotes) + new string('x', DocumentLimits.BodyBytes - quotes));

        var item = Item(body);

        Assert.True(item.TryGetProperty(property, out _));
        Assert.Equal(body, Decoded(item));
    }

    /// <summary>About the worst that JSON is in practice: many quotes, little to compress.</summary>
    [Fact]
    public void The_largest_list_of_random_words_fits()
    {
        var random = new Random(7);
        const string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        var text = new StringBuilder("[", DocumentLimits.BodyBytes);
        while (text.Length < DocumentLimits.BodyBytes - 40)
            text.Append('"').Append(random.GetItems<char>(letters, 30)).Append("\",");
        var body = Encoding.UTF8.GetBytes(text.Append("0]").ToString());

        Assert.Equal(body, Decoded(Item(body)));
    }

    [Fact]
    public void Bytes_that_are_no_text_come_back_too()
    {
        byte[] body = [0x7b, 0xff, 0xfe, 0x00, 0x7d];

        Assert.Equal(body, Decoded(Item(body)));
    }

    [Fact]
    public void A_body_that_no_item_can_hold_is_refused()
    {
        var body = new byte[DocumentLimits.BodyBytes];
        new Random(7).NextBytes(body);

        Assert.Throws<ArgumentException>(() => CosmosItem.Encode("p", "i", "w", body));
    }

    private static JsonElement Item(byte[] body) => Parse(CosmosItem.Encode("p", "i", "w", body));

    private static JsonElement Parse(ReadOnlyMemory<byte> item) => JsonDocument.Parse(item).RootElement;

    /// <summary>As the service gives it back: with an etag.</summary>
    private static byte[] Decoded(JsonElement item)
    {
        var stored = item.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        stored["_etag"] = JsonSerializer.SerializeToElement("\"1\"");
        var document = CosmosItem.Decode(JsonSerializer.SerializeToElement(stored));
        Assert.Equal("1", document.Version);
        return document.Body.ToArray();
    }
}
