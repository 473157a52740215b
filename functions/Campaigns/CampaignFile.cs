using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns;

/// <param name="Campaign">Null when there are shape faults.</param>
public sealed record CampaignReading(Campaign? Campaign, IReadOnlyList<Fault> Faults);

/// <summary>Reads a campaign file. Says everything that is wrong with its shape in one go; meaning is checked elsewhere (V1–V16).</summary>
public static class CampaignFile
{
    /// <summary>
    /// Most bytes of a campaign file (1 MiB). A definition of 400 lines has about 60 kB, so a larger file is no definition; a revision is
    /// one document of the store, which takes less than two of these.
    /// </summary>
    public const int MaxBytes = 1024 * 1024;

    private const string SchemaMember = "$schema";

    public static CampaignReading Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
            return Refused("", "แฟ้มใหญ่เกิน ๑ เมกะไบต์", "the file is larger than 1 MB");
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (!Utf8.IsValid(utf8))
            return Refused("", "แฟ้มไม่ใช่ข้อความ UTF-8", "the file is not UTF-8 text");

        return Read(utf8.ToArray());
    }

    private static CampaignReading Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var faults = CampaignShape.Faults(document.RootElement, ignored: SchemaMember);
            return new(faults.Count == 0 ? ToCampaign(document.RootElement) : null, faults);
        }
        catch (JsonException e)
        {
            var line = (e.LineNumber ?? 0) + 1;
            return Refused(
                $"line {line}",
                $"ไม่ใช่ JSON ที่ถูกต้อง บรรทัดที่ {line}",
                $"not valid JSON at line {line}, byte {e.BytePositionInLine}"
            );
        }
        catch (InvalidOperationException)
        {
            // A member name that holds one half of a surrogate pair is valid JSON but cannot be read as text.
            return Refused("", "มีอักขระที่ไม่สมบูรณ์ในชื่อสมาชิก", "a member name holds half a character");
        }
    }

    private static Campaign ToCampaign(JsonElement root)
    {
        var members = JsonObject.Create(root)!;
        members.Remove(SchemaMember);
        return members.Deserialize<Campaign>(CampaignJson.Options)!;
    }

    private static CampaignReading Refused(string path, string th, string en) => new(null, [Fault.Error(CampaignShape.Rule, path, th, en)]);
}
