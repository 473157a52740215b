using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CddFunctions.Platform.Media;

/// <summary>
/// Tells an Excel workbook (.xlsx) from other zips, from workbooks with macros and from bombs. Cells are not read here.
/// .NET stops unpacking an entry at its declared length, so the declared lengths are a limit for every later reader.
/// </summary>
internal static class SheetInspector
{
    private const int MaxEntries = 5_000;
    private const long MaxUnpacked = 200L * 1024 * 1024;
    private const int MaxContentTypes = 1024 * 1024;
    private const int LongestMimeType = 200;
    private const int EndLength = 22;
    private const int ShortestEntry = 46;

    // Names in the directory of an old container
    private static readonly (string Part, OtherKind Kind)[] OldParts =
    [
        ("WordDocument", OtherKind.OldWord),
        ("PowerPoint Document", OtherKind.OldPowerPoint),
        ("Workbook", OtherKind.OldExcel),
    ];

    // What the list of parts calls the main one
    private static readonly (string Type, OtherKind Kind)[] NewParts =
    [
        ("wordprocessingml", OtherKind.Word),
        ("ms-word", OtherKind.Word),
        ("presentationml", OtherKind.PowerPoint),
        ("ms-powerpoint", OtherKind.PowerPoint),
    ];

    private static readonly (string Type, OtherKind Kind)[] OpenParts =
    [
        ("opendocument.text", OtherKind.OpenText),
        ("opendocument.spreadsheet", OtherKind.OpenSheet),
        ("opendocument.presentation", OtherKind.OpenSlides),
    ];

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static bool IsZip(ByteWindow bytes) => bytes.Matches(0, "PK\u0003\u0004"u8);

    public static bool IsOldOffice(ByteWindow bytes) => bytes.Matches(0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Since 2007 a workbook with a password is an old-style container around the encrypted new one.</summary>
    public static MediaFacts InspectOldOffice(ByteWindow bytes)
    {
        if (Holds("EncryptedPackage"))
            return new(MediaType.Unknown, bytes.Length, Fault: MediaFaults.Encrypted);

        var kind = OldParts.FirstOrDefault(p => Holds(p.Part)).Kind;
        return kind is null ? new(MediaType.Unknown, bytes.Length, Fault: MediaFaults.OldOffice) : MediaFaults.Named(kind, bytes.Length);

        bool Holds(string part) => bytes.IndexOf(Encoding.Unicode.GetBytes(part), 0, bytes.Length) >= 0;
    }

    public static MediaFacts InspectZip(ByteWindow bytes, Stream stream)
    {
        var facts = new MediaFacts(MediaType.Unknown, bytes.Length);
        if (DirectoryLength(bytes) > MaxEntries * 1_000L)
            return facts with { Fault = MediaFaults.TooComplex };

        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.GetEntry("[Content_Types].xml") is not { Length: <= MaxContentTypes } list)
            return MediaFaults.Named(OpenKind(zip) ?? OtherKind.Zip, bytes.Length);

        var types = ReadContentTypes(list);
        var sheet = types.Any(t => string.Equals(t.Type, Workbook, StringComparison.Ordinal) && t.IsIn(zip));
        if (!sheet && Kind(NewParts, types.Select(t => t.Type)) is { } other)
            return MediaFaults.Named(other, bytes.Length);
        if (
            types.Any(t => t.Type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            || zip.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase))
        )
            return facts with { Type = MediaType.Xlsx, Fault = MediaFaults.Macros };
        if (!sheet)
            return MediaFaults.Named(OtherKind.Zip, bytes.Length);

        facts = facts with { Type = MediaType.Xlsx };
        return zip.Entries.Count > MaxEntries || zip.Entries.Sum(e => (decimal)e.Length) > MaxUnpacked
            ? facts with
            {
                Fault = MediaFaults.TooComplex,
            }
            : facts;
    }

    private static OtherKind? Kind((string Type, OtherKind Kind)[] known, IEnumerable<string> types) =>
        known.FirstOrDefault(k => types.Any(t => t.Contains(k.Type, StringComparison.Ordinal))).Kind;

    /// <summary>OpenDocument says its type in an entry of this name.</summary>
    private static OtherKind? OpenKind(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: <= LongestMimeType } entry)
            return null;

        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return Kind(OpenParts, [reader.ReadToEnd()]);
    }

    private static List<PartType> ReadContentTypes(ZipArchiveEntry list)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxContentTypes,
        };
        using var content = list.Open();
        using var reader = XmlReader.Create(content, settings);
        var types = new List<PartType>();
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
                    types.Add(new(reader.GetAttribute("PartName"), reader.GetAttribute("Extension"), type));
            }
        }
        catch (XmlException e)
        {
            throw new InvalidDataException("The list of parts is damaged.", e);
        }

        return types;
    }

    /// <summary>A part's type is said for the part itself (Excel) or for its extension (ClosedXML, our own template).</summary>
    private sealed record PartType(string? Part, string? Extension, string Type)
    {
        public bool IsIn(ZipArchive zip) =>
            Part is { } part
                ? zip.GetEntry(part.TrimStart('/')) is not null
                : zip.Entries.Any(e => e.Name.EndsWith($".{Extension}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Bytes of the zip's directory, measured first because ZipArchive reads all of it into memory. It lies between its start and the end
    /// record; a 64-bit start (FFFFFFFF) is only needed beyond 4 GB and is refused as damaged.
    /// </summary>
    private static long DirectoryLength(ByteWindow bytes)
    {
        var end = bytes.LastIndexOf("PK\u0005\u0006"u8, Math.Max(0, bytes.Length - EndLength - ushort.MaxValue));
        if (end < 0)
            throw new InvalidDataException("The zip has no directory.");

        Span<byte> start = stackalloc byte[4];
        bytes.Copy(end + 16, start);
        var length = end - BinaryPrimitives.ReadUInt32LittleEndian(start);
        return length >= ShortestEntry ? length : throw new InvalidDataException("The zip has no directory.");
    }
}
