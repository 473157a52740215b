using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CddFunctions.Platform;

/// <summary>Instants are UTC with a Z, whatever offset they came with: <c>2021-03-23T16:59:59Z</c>.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTimeOffset(out var instant) ? instant.ToUniversalTime() : throw new JsonException("not an instant");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));

    public static string Text(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
