using System.Globalization;
using ClosedXML.Excel;

namespace CddFunctions.Reporting.Excel;

/// <summary>Colours and type of the workbook. Tahoma is on every Windows and Mac and has Thai.</summary>
internal static class Look
{
    public const string Font = "Tahoma";
    public const double FontSize = 10;
    public const double LineHeight = 14;

    public static readonly XLColor Ink = XLColor.FromHtml("#1F2A37");
    public static readonly XLColor Muted = XLColor.FromHtml("#5B6672");
    public static readonly XLColor Head = XLColor.FromHtml("#14532D");
    public static readonly XLColor HeadBand = XLColor.FromHtml("#E3EFE7");
    public static readonly XLColor Line = XLColor.FromHtml("#B9C7BE");

    /// <summary>Dark band with white words.</summary>
    public static void AsHeader(IXLRange range)
    {
        range
            .Style.Font.SetBold(true)
            .Font.SetFontColor(XLColor.White)
            .Fill.SetBackgroundColor(Head)
            .Alignment.SetVertical(XLAlignmentVerticalValues.Center)
            .Alignment.SetWrapText(true);
    }

    public static void AsBody(IXLRange range)
    {
        range
            .Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top)
            .Alignment.SetWrapText(true)
            .Border.SetBottomBorder(XLBorderStyleValues.Hair)
            .Border.SetBottomBorderColor(Line);
    }

    /// <summary>Lines that a text needs in a column; Thai vowels above and below and tone marks take no width.</summary>
    public static int Lines(string text, double width) =>
        text.Split('\n')
            .Sum(line =>
                Math.Max(1, (int)Math.Ceiling(line.Count(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) / width))
            );

    /// <summary>A4 across, page numbers, and as many pages side by side as stay readable.</summary>
    public static void ForPrint(IXLWorksheet sheet, string? repeatRows = null, int pagesAcross = 1)
    {
        var page = sheet.PageSetup;
        page.SetPaperSize(XLPaperSize.A4Paper).SetPageOrientation(XLPageOrientation.Landscape);
        page.FitToPages(pagesAcross, 0);
        page.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.5).SetBottom(0.6).SetHeader(0.3).SetFooter(0.3);
        page.Footer.Left.AddText(sheet.Name);
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(" / ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
        if (repeatRows is not null)
            page.SetRowsToRepeatAtTop(repeatRows);
    }
}
