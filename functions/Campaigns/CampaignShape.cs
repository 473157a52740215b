using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns;

/// <summary>
/// Compares JSON with the campaign model member by member. The serialiser alone stops at its first complaint; an
/// officer who edits a file wants the whole list, so the model's own type information is walked here.
/// </summary>
internal sealed class CampaignShape
{
    public const string Rule = "shape";

    private readonly List<Fault> _faults = [];

    public static IReadOnlyList<Fault> Faults(JsonElement root, string ignored)
    {
        var shape = new CampaignShape();
        shape.Visit(root, typeof(Campaign), CampaignPath.Root, ignored);
        return shape._faults;
    }

    private void Visit(JsonElement value, Type type, CampaignPath path, string? ignored = null)
    {
        var info = CampaignJson.Options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind is JsonValueKind.Object:
                VisitObject(value, info, path, ignored);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind is JsonValueKind.Array:
                foreach (var (i, element) in value.EnumerateArray().Index())
                    Visit(element, info.ElementType!, path.Element(i, IdOf(element, info.ElementType!)));
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind is JsonValueKind.Object:
                VisitDictionary(value, info.ElementType!, path);
                break;
            default:
                if (!IsValue(value, info))
                    Add(path, $"ต้องเป็น{ShapeWords.Of(type).Th}", $"must be {ShapeWords.Of(type).En}");
                break;
        }
    }

    private void VisitObject(JsonElement value, JsonTypeInfo info, CampaignPath path, string? ignored)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                Add(path.Member(member.Name), "มีซ้ำในที่เดียวกัน", "appears twice in the same place");
            else if (info.Properties.FirstOrDefault(p => Is(p.Name, member.Name) && p.AssociatedParameter is not null) is { } property)
                VisitMember(member.Value, property, path.Member(member.Name));
            else if (!Is(member.Name, ignored))
                Add(path.Member(member.Name), "ไม่รู้จักชื่อนี้", "no such member");
        }

        foreach (var missing in info.Properties.Where(p => p.AssociatedParameter is { HasDefaultValue: false } && !seen.Contains(p.Name)))
            Add(path.Member(missing.Name), "ต้องระบุ", "is missing");
    }

    private void VisitMember(JsonElement value, JsonPropertyInfo property, CampaignPath path)
    {
        if (value.ValueKind is not JsonValueKind.Null)
            Visit(value, property.PropertyType, path);
        else if (!property.AssociatedParameter!.IsNullable)
            Add(path, "เว้นว่าง (null) ไม่ได้", "must not be null");
    }

    private void VisitDictionary(JsonElement value, Type type, CampaignPath path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                Add(path.Member(member.Name), "มีซ้ำในที่เดียวกัน", "appears twice in the same place");
            Visit(member.Value, type, path.Member(member.Name));
        }
    }

    private static bool IsValue(JsonElement value, JsonTypeInfo info)
    {
        try
        {
            return value.Deserialize(info) is { } read && !(read is string text && string.IsNullOrWhiteSpace(text));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            // The serialiser throws InvalidOperationException for a string that holds one half of a surrogate pair.
            return false;
        }
    }

    /// <summary>The id that stands for an element in paths, when it has one.</summary>
    private static string? IdOf(JsonElement element, Type type) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty(CampaignPath.IdMember(type), out var id)
        && id.ValueKind is JsonValueKind.String
            ? id.GetString()
            : null;

    private static bool Is(string a, string? b) => string.Equals(a, b, StringComparison.Ordinal);

    private void Add(CampaignPath path, string th, string en) => _faults.Add(Fault.Error(Rule, path.ToString(), th, en));
}
