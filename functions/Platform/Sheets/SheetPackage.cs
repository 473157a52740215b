using System.IO.Compression;

namespace CddFunctions.Platform.Sheets;

/// <summary>The zip of a workbook: its parts by what they are for, not by their usual names.</summary>
internal sealed class SheetPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _workbook;
    private readonly IReadOnlyList<Relation> _relations;

    /// <summary>A part that another names, by id and by kind (the last word of its type).</summary>
    private sealed record Relation(string Id, string Kind, string Part);

    public SheetPackage(Stream file, SheetLimits limits)
    {
        Limits = limits;
        _zip = new(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in _zip.Entries)
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        _workbook = Relations("").FirstOrDefault(r => r.Kind is "officeDocument")?.Part ?? throw Missing();
        _relations = Relations(_workbook);
    }

    public SheetLimits Limits { get; }

    public SheetXml Workbook() => Open(_workbook) ?? throw Missing();

    /// <summary>A part of the workbook of which there is one (<c>styles</c>, <c>sharedStrings</c>); null when there is none.</summary>
    public SheetXml? Only(string kind) =>
        _relations.FirstOrDefault(r => string.Equals(r.Kind, kind, StringComparison.Ordinal)) is { } found ? Open(found.Part) : null;

    /// <returns>Null for a part that is no worksheet, such as a chart.</returns>
    public SheetXml? Worksheet(string id) =>
        _relations.FirstOrDefault(r => r.Kind is "worksheet" && string.Equals(r.Id, id, StringComparison.Ordinal)) is { } found
            ? Open(found.Part)
            : null;

    public void Dispose() => _zip.Dispose();

    private List<Relation> Relations(string source)
    {
        var at = source.LastIndexOf('/') + 1;
        using var xml = Open($"{source[..at]}_rels/{source[at..]}.rels");
        var found = new List<Relation>();
        while (xml?.NextOf("Relationship") is true)
        {
            var target = xml.Attribute("Target") ?? "";
            found.Add(
                new(
                    xml.Attribute("Id") ?? "",
                    (xml.Attribute("Type") ?? "").Split('/')[^1],
                    target.StartsWith('/') ? target[1..] : source[..at] + target
                )
            );
            Limits.Ask(found.Count <= SheetLimits.MaxRelations);
        }

        return found;
    }

    private SheetXml? Open(string part)
    {
        if (!_entries.TryGetValue(part, out var entry))
            return null;

        // A declared size over the limit needs no reading; one below it is not believed.
        Limits.Ask(entry.Length <= SheetLimits.MaxUnpacked);
        return new(Limits.Open(entry.Open()), Limits);
    }

    private static InvalidDataException Missing() => new("The file has no workbook in it.");
}
