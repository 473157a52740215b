using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CddFunctions.Reporting.Excel;

/// <summary>
/// Header rows, and columns, on every printed page. ClosedXML names them <c>งาน!1:2</c>, which LibreOffice does not take for rows to
/// repeat: the sheet in quotes and anchored rows (<c>'งาน'!$1:$2</c>), as Excel itself writes it, works in both.
/// </summary>
internal static partial class PrintTitles
{
    public static string Anchored(XDocument workbook)
    {
        foreach (var name in workbook.Descendants(SheetTemplate.Main + "definedName"))
            name.Value = string.Join(',', name.Value.Split(',').Select(a => Area().Replace(a, "'${sheet}'!$$${first}:$$${last}")));

        return UsualForm.WithoutPrefix(workbook);
    }

    [GeneratedRegex("^'?(?<sheet>[^']+)'?!\\$?(?<first>[0-9]+|[A-Z]+):\\$?(?<last>[0-9]+|[A-Z]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Area();
}
