using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>
/// A document as an item: <c>id</c>, <c>partition</c>, <c>write</c>, and the body as text in <c>body</c>, because Cosmos DB
/// would read 1250.50 as a double and give 1250.5 back. A text that would be too large with its quotes escaped, or that
/// is no UTF-8, goes into <c>gzip</c> as base64. What a deed wrote has the deed beside it, in <c>deed</c>.
/// </summary>
internal static class CosmosItem
{
    public const string PartitionKeyPath = "/partition";

    /// <summary>2 MiB for the whole item, less what the service adds (_rid, _self, _etag, _attachments, _ts).</summary>
    private const int MostBytes = (2 * 1024 * 1024) - 2048;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="write">Mark by which this write is recognised when its answer gets lost.</param>
    /// <exception cref="ArgumentException">The body fits into neither <c>body</c> nor <c>gzip</c>; no JSON does that.</exception>
    public static ReadOnlyMemory<byte> Encode(string partition, string id, string write, ReadOnlySpan<byte> body, Deed? deed = null)
    {
        if (Utf8.IsValid(body))
        {
            var plain = Item(partition, id, write, deed, "body", body);
            if (plain.Length <= MostBytes)
                return plain;
        }

        var packed = Item(partition, id, write, deed, "gzip", Encoding.ASCII.GetBytes(Convert.ToBase64String(Pack(body))));
        return packed.Length <= MostBytes
            ? packed
            : throw new ArgumentException($"The body of {body.Length} bytes fits into no item of Cosmos DB.", nameof(body));
    }

    public static Document Decode(JsonElement item) =>
        new(
            item.GetProperty("partition").GetString()!,
            item.GetProperty("id").GetString()!,
            VersionOf(item),
            item.TryGetProperty("body", out var text) ? Unescape(text) : Unpack(item.GetProperty("gzip").GetBytesFromBase64())
        );

    /// <summary>The deed that wrote the item; null when none did.</summary>
    public static Deed? DeedOf(JsonElement item) =>
        item.TryGetProperty("deed", out var deed) ? deed.Deserialize<Deed>(Platform.Json.Options) : null;

    public static string? WriteOf(JsonElement item) => item.TryGetProperty("write", out var write) ? write.GetString() : null;

    private static string VersionOf(JsonElement item) =>
        new CosmosVersion(
            item.GetProperty("_etag").GetString()!.Trim('"'),
            item.TryGetProperty("deed", out _) ? WriteOf(item) : null
        ).ToString();

    private static ReadOnlyMemory<byte> Item(string partition, string id, string write, Deed? deed, string name, ReadOnlySpan<byte> value)
    {
        var buffer = new ArrayBufferWriter<byte>(value.Length + 1024);
        using var json = new Utf8JsonWriter(buffer, Json);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("partition", partition);
        json.WriteString("write", write);
        if (deed is not null)
        {
            json.WritePropertyName("deed");
            JsonSerializer.Serialize(json, deed, Platform.Json.Options);
        }

        json.WriteString(name, value);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Decodes straight to bytes: a string of UTF-16 in between would take twice the memory of the body.</summary>
    private static byte[] Unescape(JsonElement text)
    {
        var json = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(text));
        json.Read();
        var bytes = new byte[json.ValueSpan.Length];
        var length = json.CopyString(bytes);
        return bytes[..length];
    }

    private static byte[] Pack(ReadOnlySpan<byte> body)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(body);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var body = new MemoryStream();
        gzip.CopyTo(body);
        return body.ToArray();
    }
}
