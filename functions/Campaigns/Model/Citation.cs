using System.Text.Json;
using System.Text.Json.Serialization;

namespace CddFunctions.Campaigns.Model;

/// <summary>How far a statement can be trusted: read in a source, inferred from it, assumed by us, or a platform feature.</summary>
public enum Basis
{
    Stated,
    Inferred,
    Assumed,
    Platform,
}

/// <summary>
/// Where an element comes from. Written as one line: <c>stated ry-l1 ข้อ ๒</c>, <c>inferred py-g1 ข้อ ๔ — note</c>,
/// <c>assumed — why</c>, <c>platform — why</c>. Stated and inferred name a source and a place in it; several places
/// are separated by a comma and a space.
/// </summary>
[JsonConverter(typeof(CitationConverter))]
public sealed record Citation(Basis Basis, string? Source, string? At, string? Note)
{
    private const string Dash = " — ";

    /// <summary>The places of <see cref="At"/>, one by one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Locators => At?.Split(", ") ?? [];

    /// <returns>Null when the line is not in one of the four forms.</returns>
    public static Citation? Parse(string line)
    {
        if (!string.Equals(line, line.Trim(), StringComparison.Ordinal))
            return null;

        var dash = line.IndexOf(Dash, StringComparison.Ordinal);
        var (head, note) = dash < 0 ? (line, null) : (line[..dash], line[(dash + Dash.Length)..]);
        return note is not null && string.IsNullOrWhiteSpace(note) ? null : Parse(head.Split(' ', 3), note);
    }

    /// <summary>The citation as one line, in the form that <see cref="Parse(string)"/> reads.</summary>
    public override string ToString()
    {
        var place = Source is null ? "" : $" {Source} {At}";
        return $"{JsonNamingPolicy.KebabCaseLower.ConvertName(Basis.ToString())}{place}{(Note is null ? "" : Dash + Note)}";
    }

    private static Citation? Parse(string[] head, string? note) =>
        head switch
        {
            ["stated", var source, var at] when IsPlace(source, at) => new(Basis.Stated, source, at, note),
            ["inferred", var source, var at] when IsPlace(source, at) => new(Basis.Inferred, source, at, note),
            ["assumed"] when note is not null => new(Basis.Assumed, null, null, note),
            ["platform"] when note is not null => new(Basis.Platform, null, null, note),
            _ => null,
        };

    private static bool IsPlace(string source, string at) =>
        source.Length > 0
        && source.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && at.Split(", ").All(l => l.Length > 0 && string.Equals(l, l.Trim(), StringComparison.Ordinal));
}

internal sealed class CitationConverter : JsonConverter<Citation>
{
    public override Citation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType is JsonTokenType.String ? Citation.Parse(reader.GetString()!) : null)
        ?? throw new JsonException("not a citation line");

    public override void Write(Utf8JsonWriter writer, Citation value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
