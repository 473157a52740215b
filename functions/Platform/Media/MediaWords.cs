using CddFunctions.Platform.Thai;

namespace CddFunctions.Platform.Media;

/// <summary>Measured values in words.</summary>
internal static class MediaWords
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;

    public static string Count(long n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";

    /// <summary>Hours, minutes and seconds without those that are zero.</summary>
    public static Text Duration(long seconds)
    {
        (long Number, string Th, string En)[] parts =
        [
            (seconds / Hour, "ชั่วโมง", "hour"),
            (seconds % Hour / Minute, "นาที", "minute"),
            (seconds % Minute, "วินาที", "second"),
        ];
        var said = parts.Where(p => p.Number > 0).DefaultIfEmpty(parts[2]).ToList();
        return new(
            ThaiDigits.ToThai(string.Join(' ', said.Select(p => $"{p.Number} {p.Th}"))),
            string.Join(' ', said.Select(p => Count(p.Number, p.En)))
        );
    }

    /// <summary>What was measured of a file that can be read: ๙ หน้า A4, ๔ นาที ๕๘ วินาที, its pixels, or what it is.</summary>
    public static Text Measured(MediaFacts facts)
    {
        if (facts.Pages is { } pages)
            return new(
                ThaiDigits.ToThai($"{pages} หน้า") + (facts.NotA4 is null ? " A4" : ""),
                Count(pages, "page") + (facts.NotA4 is null ? ", A4" : "")
            );
        if (facts.Duration is { } length)
            return Duration((long)length.TotalSeconds);

        var words = facts.Pixels is { } pixels ? $"{pixels.Width} × {pixels.Height}" : Name(facts.Type);
        return new(words, words);
    }

    public static string Name(MediaType type) =>
        type switch
        {
            MediaType.Pdf => "PDF",
            MediaType.Mp4 => "MP4",
            MediaType.Mov => "MOV",
            MediaType.Jpeg => "JPEG",
            MediaType.Png => "PNG",
            MediaType.Xlsx => "Excel (.xlsx)",
            MediaType.Unknown => "?",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
