using CddFunctions.Platform.Media.Pdf;
using CddFunctions.Platform.Media.Video;

namespace CddFunctions.Platform.Media;

/// <summary>Decides what an uploaded file is and measures it, from its bytes alone.</summary>
public static class MediaInspector
{
    /// <summary>
    /// Measures a file of any origin. A damaged or hostile one is a <see cref="MediaFacts.Fault"/>; the only exceptions are
    /// of the stream itself (<see cref="IOException"/>) and <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <param name="file">Seekable; read in pages of 16 KB, so a large one is never held whole. Left open.</param>
    public static Task<MediaFacts> InspectAsync(Stream file, CancellationToken ct) =>
        // Formats are read by hopping about in small synchronous steps, on a pool thread for the milliseconds it takes.
        Task.Run(() => Inspect(file, ct), ct);

    internal static MediaFacts Inspect(Stream file, CancellationToken ct)
    {
        var budget = new MediaBudget(ct);
        var bytes = new ByteWindow(file, budget);
        var (type, inspect) = Recognise(bytes, file, budget);
        try
        {
            return inspect();
        }
        catch (InvalidDataException)
        {
            return new MediaFacts(type, bytes.Length, Fault: budget.IsExhausted ? MediaFaults.TooComplex : MediaFaults.Broken);
        }
    }

    private static (MediaType Type, Func<MediaFacts> Inspect) Recognise(ByteWindow bytes, Stream file, MediaBudget budget)
    {
        if (bytes.Length == 0)
            return (MediaType.Unknown, () => new MediaFacts(MediaType.Unknown, 0, Fault: MediaFaults.Empty));
        if (ImageInspector.IsJpeg(bytes))
            return (MediaType.Jpeg, () => ImageInspector.InspectJpeg(bytes, budget));
        if (ImageInspector.IsPng(bytes))
            return (MediaType.Png, () => ImageInspector.InspectPng(bytes, budget));
        if (SheetInspector.IsZip(bytes))
            return (MediaType.Unknown, () => SheetInspector.InspectZip(bytes, file));
        if (SheetInspector.IsOldOffice(bytes))
            return (MediaType.Unknown, () => SheetInspector.InspectOldOffice(bytes));
        if (VideoInspector.Recognise(bytes) is { } video)
            return (video, () => VideoInspector.Inspect(bytes, video, budget));
        if (PdfInspector.FindHeader(bytes) is { } header)
            return (MediaType.Pdf, () => PdfInspector.Inspect(bytes, header, budget));

        return (MediaType.Unknown, () => Other(bytes));
    }

    private static MediaFacts Other(ByteWindow bytes)
    {
        if (PdfInspector.IsBehindOther(bytes))
            return new(MediaType.Pdf, bytes.Length, Fault: MediaFaults.PdfBehindOther);
        return OtherKinds.Find(bytes) is { } kind
            ? MediaFaults.Named(kind, bytes.Length)
            : new(MediaType.Unknown, bytes.Length, Fault: MediaFaults.Unknown);
    }
}
