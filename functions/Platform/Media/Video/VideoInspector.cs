using System.Text;

namespace CddFunctions.Platform.Media.Video;

/// <summary>Length of an MP4 or MOV from its container (ISO/IEC 14496-12): whole, fragmented, index first or last.</summary>
internal static class VideoInspector
{
    private const decimal LongestSeconds = 1_000 * 3_600;

    /// <returns>Null when this is no MP4 or MOV: photographs (HEIC) and pure audio use the same boxes.</returns>
    public static MediaType? Recognise(ByteWindow bytes)
    {
        if (bytes.Length < 12)
            return null;

        var words = new byte[8];
        bytes.Copy(4, words);
        var type = Encoding.Latin1.GetString(words, 0, 4);
        var brand = Encoding.Latin1.GetString(words, 4, 4);
        return (type, brand) switch
        {
            ("ftyp", "qt  ") => MediaType.Mov,
            ("ftyp", "heic" or "heix" or "hevc" or "heim" or "heis" or "mif1" or "msf1" or "avif" or "avis") => null,
            ("ftyp", "M4A " or "M4B " or "M4P " or "jp2 " or "crx ") => null,
            ("ftyp", _) => MediaType.Mp4,
            ("moov" or "mdat" or "wide" or "free" or "skip" or "pnot", _) => MediaType.Mov, // before ftyp was invented
            _ => null,
        };
    }

    public static MediaFacts Inspect(ByteWindow bytes, MediaType type, MediaBudget budget)
    {
        var (moov, pieces) = FindParts(bytes, budget);
        var header = VideoHeader.Read(bytes, budget, moov);
        var facts = new MediaFacts(type, bytes.Length);
        if (!header.Tracks.Any(t => string.Equals(t.Kind, "vide", StringComparison.Ordinal)))
            return facts with { Fault = MediaFaults.NoPicture };

        var fragments = new VideoFragments(bytes, budget, header);
        pieces.ForEach(fragments.Accept);
        var played = Math.Max(header.Seconds, fragments.Seconds);
        var seconds = played > 0 ? played : header.Stated;
        return seconds is > 0 and <= LongestSeconds
            ? facts with
            {
                Duration = TimeSpan.FromMilliseconds((long)Math.Round(seconds * 1000)),
            }
            : facts with
            {
                Fault = MediaFaults.Unmeasurable,
            };
    }

    /// <summary>Every box must end inside the file, so a file cut off in its media is refused even when moov is whole.</summary>
    private static (Box Moov, List<Box> Pieces) FindParts(ByteWindow bytes, MediaBudget budget)
    {
        Box? moov = null;
        var pieces = new List<Box>();
        foreach (var box in Box.Between(bytes, budget, 0, bytes.Length))
        {
            if (string.Equals(box.Type, "moov", StringComparison.Ordinal))
                moov ??= box;
            else if (box.Type is "moof" or "sidx")
                pieces.Add(box);
        }

        return (moov ?? throw new InvalidDataException("There is no moov box."), pieces);
    }
}
