using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Platform;

/// <summary>
/// Instants are UTC with a Z, whatever offset they came with: <c>2021-03-23T16:59:59Z</c>. One without an offset is the time in Bangkok
/// (docs/rules.md 4), wherever the server stands.
/// </summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!reader.TryGetDateTimeOffset(out var instant))
            throw new JsonException("not an instant");
        if (reader.ValueSpan is [.., (byte)'Z'] || reader.GetDateTime() is not { Kind: DateTimeKind.Unspecified } local)
            return instant.ToUniversalTime();

        return Bangkok.At(local);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));

    public static string Text(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
