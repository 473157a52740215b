namespace CddFunctions.Platform.Media.Video;

/// <summary>One track as its header boxes describe it. Zero stands for unknown.</summary>
/// <param name="Kind">Handler: <c>vide</c>, <c>soun</c> …</param>
/// <param name="Scale">Units a second of <paramref name="MediaLength"/>, <paramref name="Samples"/> and the fragments.</param>
/// <param name="MediaLength">Length that the media header (mdhd) states.</param>
/// <param name="Samples">Sum of the lengths of the samples that moov itself lists.</param>
/// <param name="HeaderLength">In units of the movie: how long the track plays.</param>
/// <param name="EditLength">In units of the movie: sum of the edit list; null when there is none.</param>
internal sealed record VideoTrack(uint Id, string Kind, uint Scale, ulong MediaLength, ulong Samples, ulong HeaderLength, ulong? EditLength)
{
    /// <summary>
    /// Seconds of playing. Without an edit list the media itself plays whole, so no header can make it shorter; with
    /// one (a clip trimmed on a telephone) only what the edits keep is played.
    /// </summary>
    public decimal Seconds(uint movieScale)
    {
        var header = Ratio(Math.Max(HeaderLength, EditLength ?? 0), movieScale);
        return EditLength is > 0 ? header : Math.Max(header, Ratio(Math.Max(MediaLength, Samples), Scale));
    }

    /// <summary>True for picture and sound. Other tracks, such as subtitles and time codes, may be longer and do not count.</summary>
    public bool Plays => Kind is "vide" or "soun";

    public static decimal Ratio(ulong units, uint scale) => scale == 0 ? 0 : (decimal)units / scale;
}
