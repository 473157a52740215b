namespace CddFunctions.Platform.Media.Pdf;

/// <summary>What a page inherits from the branches above it (ISO 32000-1, table 30).</summary>
internal sealed record PdfPageBox(object? Media, object? Crop, object? Rotate)
{
    private const double MmPerPoint = 25.4 / 72;

    // US Letter in points: PDF readers show a page in this size when it states none.
    private static readonly double[] Letter = [0, 0, 612, 792];

    public PdfPageBox With(PdfDictionary node) =>
        new(node.Get("MediaBox") ?? Media, node.Get("CropBox") ?? Crop, node.Get("Rotate") ?? Rotate);

    /// <summary>The part of the paper that is shown and printed: the crop box inside the media box, turned as the page says.</summary>
    public (double Width, double Height) SizeInMm(PdfObjects file, object? userUnit)
    {
        var media = Rectangle(file, Media) ?? Letter;
        var crop = Rectangle(file, Crop) ?? media;
        var unit = file.Resolve(userUnit) is double d and > 0 ? d : 1;
        var width = (Math.Min(media[2], crop[2]) - Math.Max(media[0], crop[0])) * unit * MmPerPoint;
        var height = (Math.Min(media[3], crop[3]) - Math.Max(media[1], crop[1])) * unit * MmPerPoint;
        return PdfNumbers.Whole(file.Resolve(Rotate)) is { } turn && turn % 180 != 0 ? (height, width) : (width, height);
    }

    /// <returns>Left, bottom, right, top, in order whichever corners were given.</returns>
    private static double[]? Rectangle(PdfObjects file, object? value)
    {
        if (file.Resolve(value) is not PdfArray { Count: 4 } array)
            return null;

        var n = new double[4];
        for (var i = 0; i < 4; i++)
        {
            if (file.Resolve(array[i]) is not double number)
                return null;
            n[i] = number;
        }

        return [Math.Min(n[0], n[2]), Math.Min(n[1], n[3]), Math.Max(n[0], n[2]), Math.Max(n[1], n[3])];
    }
}

/// <summary>210 × 297 mm within 2 mm, upright or lying (docs/rules.md 2.1: "all pages A4 ± 2 mm").</summary>
internal static class A4
{
    // 2 mm, and a little for sizes that were written in rounded points.
    private const double Tolerance = 2 + 1e-3;

    public static bool Fits(double width, double height) => Near(width, 210, height, 297) || Near(width, 297, height, 210);

    public static int Rounded(double mm) => (int)Math.Round(Math.Clamp(mm, 0, 1e6));

    private static bool Near(double a, double wantedA, double b, double wantedB) =>
        Math.Abs(a - wantedA) <= Tolerance && Math.Abs(b - wantedB) <= Tolerance;
}
