using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CddFunctions.Reporting;

/// <summary>The <c>manifest.json</c> of an export: what the files are and how to tell that they are whole.</summary>
internal static class Manifest
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] Of(ExportContext context, IReadOnlyList<ExportedFile> files) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Document(
                context.Campaign,
                context.Title,
                context.AsOf.UtcDateTime,
                context.DefinitionRevision,
                context.Label,
                context.Filters ?? [],
                context.IncludePersonal ? "included" : "masked",
                context.Audit,
                files
            ),
            Json
        );

    private sealed record Document(
        string Campaign,
        Caption Title,
        DateTime AsOf,
        string DefinitionRevision,
        string? Label,
        IReadOnlyList<Caption> Filters,
        string PersonalData,
        AuditEnd? Audit,
        IReadOnlyList<ExportedFile> Files
    );
}
