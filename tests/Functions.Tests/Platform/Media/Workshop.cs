using CddFunctions.Platform.Media;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>A folder for the files of one test class, and short ways to make and measure them.</summary>
public sealed class Workshop : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cdd-media-").FullName;
    private int _files;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public string NewPath(string extension) => Path.Combine(_folder, $"{Interlocked.Increment(ref _files)}.{extension}");

    public byte[] Qpdf(byte[] pdf, params IEnumerable<string> arguments)
    {
        var from = NewPath("pdf");
        var to = NewPath("pdf");
        File.WriteAllBytes(from, pdf);
        Tool.Qpdf([.. arguments, from, to]);
        return File.ReadAllBytes(to);
    }

    public byte[] Ffmpeg(string extension, params IEnumerable<string> arguments)
    {
        var to = NewPath(extension);
        Tool.Ffmpeg([.. arguments, to]);
        return File.ReadAllBytes(to);
    }

    /// <summary>A clip of one small picture a second, so that minutes are made in a moment.</summary>
    public byte[] Video(string extension, int seconds, params IEnumerable<string> options) =>
        Ffmpeg(extension, ["-f", "lavfi", "-i", $"testsrc=size=16x16:rate=1:duration={seconds}", "-c:v", "mpeg4", .. options]);

    public static MediaFacts Measure(byte[] file) => MediaInspector.Inspect(new MemoryStream(file), CancellationToken.None);
}
