using System.IO.Compression;
using System.Xml.Linq;

namespace CddFunctions.Reporting.Excel;

/// <summary>Finds the parts of the designed workbook.</summary>
internal sealed class DesignPackage(Stream package) : IDisposable
{
    public const string Workbook = "xl/workbook.xml";

    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _zip = new(package, ZipArchiveMode.Read);

    public IEnumerable<string> Parts => _zip.Entries.Select(e => e.FullName);

    public XDocument Read(string part)
    {
        using var stream = _zip.GetEntry(part)!.Open();
        return XDocument.Load(stream);
    }

    public string SheetPart(string sheetName)
    {
        var sheet = Read(Workbook).Descendants(SheetTemplate.Main + "sheet").Single(s => Is(s.Attribute("name"), sheetName));
        var id = (string)sheet.Attribute(Relation + "id")!;
        return Targets(Workbook, r => Is(r.Attribute("Id"), id)).Single();
    }

    public string TablePart(string sheetPart) =>
        Targets(sheetPart, r => ((string)r.Attribute("Type")!).EndsWith("/table", StringComparison.Ordinal)).Single();

    public void Dispose() => _zip.Dispose();

    private static bool Is(XAttribute? attribute, string value) => string.Equals(attribute?.Value, value, StringComparison.Ordinal);

    private IEnumerable<string> Targets(string part, Func<XElement, bool> wanted)
    {
        var slash = part.LastIndexOf('/') + 1;
        return Read($"{part[..slash]}_rels/{part[slash..]}.rels")
            .Root!.Elements()
            .Where(wanted)
            .Select(r => ((string)r.Attribute("Target")!).TrimStart('/'));
    }
}
