using CddFunctions.Platform.Media;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>Damaged copies of real files, the same on every run: measuring answers, and stays within bounds.</summary>
public sealed class FuzzTests(Workshop workshop) : IClassFixture<Workshop>
{
    private const int Mutations = 1_000;
    private const long MaxAllocated = 256L * 1024 * 1024;

    [Theory]
    [InlineData("plain.pdf")]
    [InlineData("packed.pdf")]
    [InlineData("linear.pdf")]
    [InlineData("rc4.pdf")]
    [InlineData("aes.pdf")]
    [InlineData("whole.mp4")]
    [InlineData("pieces.mp4")]
    [InlineData("index.mp4")]
    [InlineData("clip.mov")]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("list.xlsx")]
    public void A_damaged_file_is_measured_or_refused_within_bounds(string sample)
    {
        var whole = Sample(sample);
        Assert.Null(Workshop.Measure(whole).Fault);
        var random = new Random(20_240_510);
        for (var i = 0; i < Mutations; i++)
        {
            var damaged = Damage(whole, i, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var error = Record.Exception(() => MediaInspector.Inspect(new MemoryStream(damaged), CancellationToken.None));

            Assert.True(error is null, $"{sample}, mutation {i}: {error}");
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
        }
    }

    private static byte[] Damage(byte[] whole, int kind, Random random)
    {
        var copy = whole.ToArray();
        switch (kind % 5)
        {
            case 0:
                return copy[..random.Next(copy.Length)];
            case 1:
                for (var flips = random.Next(1, 20); flips > 0; flips--)
                    copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
                return copy;
            case 2:
                EditNumber(copy, random);
                return copy;
            case 3:
                var from = random.Next(copy.Length);
                return [.. copy[..from], .. copy[random.Next(from, copy.Length)..]];
            default:
                var at = random.Next(copy.Length - 8);
                random.NextBytes(copy.AsSpan(at, 4));
                return copy;
        }
    }

    /// <summary>Another digit where there is one, or a four-byte length of an extreme value.</summary>
    private static void EditNumber(byte[] copy, Random random)
    {
        var digits = Enumerable.Range(0, copy.Length).Where(i => char.IsAsciiDigit((char)copy[i])).ToList();
        if (digits.Count > 0 && random.Next(2) == 0)
        {
            copy[digits[random.Next(digits.Count)]] = (byte)('0' + random.Next(10));
            return;
        }

        byte[][] extremes =
        [
            [0, 0, 0, 0],
            [255, 255, 255, 255],
            [127, 255, 255, 255],
            [0, 0, 0, 1],
        ];
        extremes[random.Next(extremes.Length)].CopyTo(copy, random.Next(copy.Length - 4));
    }

    private byte[] Sample(string name) =>
        name switch
        {
            "plain.pdf" => PdfMaker.PagesOf(10),
            "packed.pdf" => workshop.Qpdf(PdfMaker.PagesOf(10), "--object-streams=generate"),
            "linear.pdf" => workshop.Qpdf(PdfMaker.PagesOf(10), "--linearize"),
            "rc4.pdf" => workshop.Qpdf(
                PdfMaker.PagesOf(10),
                "--allow-weak-crypto",
                "--object-streams=generate",
                "--encrypt",
                "",
                "o",
                "128",
                "--use-aes=n",
                "--"
            ),
            "aes.pdf" => workshop.Qpdf(PdfMaker.PagesOf(10), "--object-streams=generate", "--encrypt", "", "o", "256", "--"),
            "whole.mp4" => workshop.Video("mp4", 9),
            "pieces.mp4" => workshop.Video("mp4", 9, "-movflags", "frag_keyframe+empty_moov"),
            "index.mp4" => workshop.Video("mp4", 9, "-movflags", "frag_keyframe+empty_moov+dash+global_sidx"),
            "clip.mov" => workshop.Video("mov", 9),
            "photo.jpg" or "photo.png" => workshop.Ffmpeg(name[^3..], "-f", "lavfi", "-i", "testsrc=size=99x99", "-frames:v", "1"),
            "list.xlsx" => SheetInspectorTests.Workbook(),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
}
