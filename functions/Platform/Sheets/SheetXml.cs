using System.Globalization;
using System.Text;
using System.Xml;

namespace CddFunctions.Platform.Sheets;

/// <summary>One part of a workbook, read forwards. Names are compared without their namespace: there are two of them (ISO 29500).</summary>
internal sealed class SheetXml(XmlReader reader, SheetLimits limits) : IDisposable
{
    public bool IsEmpty => reader.IsEmptyElement;

    public bool Next()
    {
        var more = reader.Read();
        limits.Ask(reader.Depth <= SheetLimits.MaxDepth);
        return more;
    }

    /// <summary>Goes on to the next element of this name; false at the end of the part.</summary>
    public bool NextOf(string name)
    {
        while (Next())
        {
            if (Starts(name))
                return true;
        }

        return false;
    }

    public bool Starts(string name) => reader.NodeType is XmlNodeType.Element && Is(name);

    public bool Ends(string name) => reader.NodeType is XmlNodeType.EndElement && Is(name);

    public string? Attribute(string name)
    {
        string? value = null;
        while (reader.MoveToNextAttribute())
        {
            if (Is(name))
                value = reader.Value;
        }

        reader.MoveToElement();
        return value;
    }

    public int? Number(string attribute) =>
        int.TryParse(Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>The text of the element (<c>v</c>), or of the <c>t</c> elements in it (<c>si</c>, <c>is</c>) without the reading aids of
    /// Japanese.</summary>
    public string Text(string element)
    {
        if (IsEmpty)
            return "";

        var text = new StringBuilder();
        var isText = element is "v";
        var isAid = false;
        while (Next() && !Ends(element))
        {
            if (Starts("t") || Ends("t"))
                isText = Starts("t") && !IsEmpty;
            else if (Starts("rPh") || Ends("rPh"))
                isAid = Starts("rPh");
            else if (isText && !isAid && reader.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement or XmlNodeType.Comment))
                text.Append(reader.Value);
        }

        // Excel writes control characters as _x000D_.
        return XmlConvert.DecodeName(text.ToString());
    }

    public void Dispose() => reader.Dispose();

    private bool Is(string name) => string.Equals(reader.LocalName, name, StringComparison.Ordinal);
}
