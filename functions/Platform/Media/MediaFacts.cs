using System.Text.Json.Serialization;

namespace CddFunctions.Platform.Media;

/// <summary>What a file is by its bytes. Its name and the type the browser claims are never asked.</summary>
public enum MediaType
{
    Unknown,
    Pdf,
    Mp4,
    Mov,
    Jpeg,
    Png,
    Xlsx,
}

/// <summary>What was measured of a file. With a <paramref name="Fault"/> nothing else but type and length can be relied on.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Pages">Of a PDF: leaves of the page tree, counted, not as declared.</param>
/// <param name="NotA4">Of a PDF: the first page that is not A4 within 2 mm, upright or lying; null when all are.</param>
/// <param name="Duration">Of a video: its longest track of picture or sound as it plays, to the millisecond.</param>
/// <param name="Pixels">Of an image.</param>
/// <param name="Fault">Why the file cannot be taken whatever the field allows.</param>
/// <param name="Kind">What it is, when that is known and no field takes it; <paramref name="Fault"/> then says so.</param>
public sealed record MediaFacts(
    MediaType Type,
    long Length,
    int? Pages = null,
    PaperSize? NotA4 = null,
    TimeSpan? Duration = null,
    PixelSize? Pixels = null,
    MediaRefusal? Fault = null,
    [property: JsonIgnore] OtherKind? Kind = null
);

/// <param name="Page">From 1.</param>
/// <param name="WidthMm">As seen: after rotation, rounded to whole millimetres.</param>
public sealed record PaperSize(int Page, int WidthMm, int HeightMm);

public sealed record PixelSize(int Width, int Height);

/// <summary>One reason not to take a file. <c>Code</c> never changes meaning.</summary>
public sealed record MediaRefusal(string Code, Text Message);
