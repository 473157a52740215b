using System.Xml.Linq;

namespace CddFunctions.Reporting.Excel;

/// <summary>
/// Rewrites parts of the design as most writers name and write them. ClosedXML's are valid, but exceljs knows elements by name and
/// prefix and relations by relative target, and openpyxl and SheetJS look for the title and the dates under one name only.
/// </summary>
internal static class UsualForm
{
    private const string CoreProperties = "docProps/core.xml";
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>The usual name of a part. ClosedXML gives the core properties a random name.</summary>
    public static string NameOf(string part) => part.EndsWith(".psmdcp", StringComparison.Ordinal) ? CoreProperties : part;

    public static string Of(string part, XDocument content)
    {
        if (part.EndsWith(".rels", StringComparison.Ordinal))
            MakeRelative("/" + part[..part.IndexOf("_rels/", StringComparison.Ordinal)], content.Root!);
        else if (part is "[Content_Types].xml")
            NameCoreProperties(content.Root!);

        return WithoutPrefix(content);
    }

    /// <summary>
    /// The XML with the namespace of its root as default: a sixth of the bytes of a row are prefixes otherwise. A theme keeps its
    /// prefix, by which SheetJS finds the colours.
    /// </summary>
    public static string WithoutPrefix(XDocument part)
    {
        var root = part.Root!;
        if (root.Name.Namespace != Drawing)
        {
            var name = root.Name.NamespaceName;
            root.Attributes().Where(a => a.IsNamespaceDeclaration && name.Equals(a.Value, StringComparison.Ordinal)).Remove();
            root.SetAttributeValue("xmlns", name);
        }

        return Declaration + root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>
    /// Makes the targets of relations relative. ClosedXML gives the package's own relations
    /// random ids; since nothing refers to these, they are numbered.
    /// </summary>
    private static void MakeRelative(string folder, XElement relations)
    {
        foreach (var (i, relation) in relations.Elements().Index())
        {
            var target = NameOf(((string)relation.Attribute("Target")!).TrimStart('/'));
            relation.SetAttributeValue("Target", Path.GetRelativePath(folder, "/" + target).Replace('\\', '/'));
            if (folder is "/")
                relation.SetAttributeValue("Id", $"rId{i + 1}");
        }
    }

    private static void NameCoreProperties(XElement types)
    {
        types.Elements().Where(t => CoreType.Equals((string?)t.Attribute("ContentType"), StringComparison.Ordinal)).Remove();
        types.Add(
            new XElement(Types + "Override", new XAttribute("PartName", "/" + CoreProperties), new XAttribute("ContentType", CoreType))
        );
    }
}
