using System.Text.Json;
using System.Text.Json.Serialization;

namespace CddFunctions.Campaigns.Model;

/// <summary>An exact number (<c>8</c> in the file) or limits (<c>{"min": 1, "max": 2}</c>); a missing limit is open.</summary>
[JsonConverter(typeof(CountConverter))]
public sealed record Count(int? Min, int? Max)
{
    public int? Exact => Min == Max ? Min : null;

    public bool Holds(int n) => n >= (Min ?? int.MinValue) && n <= (Max ?? int.MaxValue);

    /// <summary>As people write it: 8, 1–2, at least 3 (≥ 3).</summary>
    public override string ToString() =>
        (Min, Max) switch
        {
            ({ } min, { } max) when min == max => $"{min}",
            ({ } min, { } max) => $"{min}–{max}",
            ({ } min, null) => $"≥ {min}",
            (null, { } max) => $"≤ {max}",
            _ => "–",
        };
}

internal sealed class CountConverter : JsonConverter<Count>
{
    /// <summary>Negative limits, empty limits and limits that exclude everything are refused.</summary>
    public override Count Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var count =
            reader.TokenType is JsonTokenType.Number
                ? ReadExact(ref reader)
                : JsonSerializer.Deserialize<Limits>(ref reader, options)?.ToCount();
        return count is { } c && (c.Min ?? c.Max) is not null && (c.Min ?? 0) >= 0 && (c.Max ?? int.MaxValue) >= (c.Min ?? 0)
            ? c
            : throw new JsonException("not a count");
    }

    public override void Write(Utf8JsonWriter writer, Count value, JsonSerializerOptions options)
    {
        if (value.Exact is { } exact)
            writer.WriteNumberValue(exact);
        else
            JsonSerializer.Serialize(writer, new Limits(value.Min, value.Max), options);
    }

    private static Count ReadExact(ref Utf8JsonReader reader)
    {
        var n = reader.GetInt32();
        return new(n, n);
    }

    private sealed record Limits(int? Min = null, int? Max = null)
    {
        public Count ToCount() => new(Min, Max);
    }
}
