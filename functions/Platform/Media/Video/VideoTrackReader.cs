using System.Text;

namespace CddFunctions.Platform.Media.Video;

/// <summary>Reads a trak box: header, media, edit list, sample lengths.</summary>
internal sealed class VideoTrackReader(ByteWindow bytes, MediaBudget budget)
{
    private readonly VideoTimes _times = new(bytes);

    public VideoTrack Read(Box trak)
    {
        var track = new VideoTrack(0, "", 0, 0, 0, 0, null);
        foreach (var box in trak.Children(bytes, budget))
        {
            track = box.Type switch
            {
                "tkhd" => ReadTrackHeader(track, box),
                "mdia" => ReadMedia(track, box),
                "edts" => track with { EditLength = ReadEdits(box) },
                _ => track,
            };
        }

        return track;
    }

    private VideoTrack ReadTrackHeader(VideoTrack track, Box box)
    {
        var isLong = bytes.At(box.Start) == 1;
        var id = box.Start + (isLong ? 20 : 12);
        return track with { Id = bytes.UInt32(id), HeaderLength = _times.Units(id + 8, isLong) };
    }

    private VideoTrack ReadMedia(VideoTrack track, Box mdia)
    {
        foreach (var box in mdia.Children(bytes, budget))
        {
            if (string.Equals(box.Type, "hdlr", StringComparison.Ordinal))
            {
                var kind = new byte[4];
                bytes.Copy(box.Start + 8, kind);
                track = track with { Kind = Encoding.Latin1.GetString(kind) };
            }
            else if (string.Equals(box.Type, "mdhd", StringComparison.Ordinal))
            {
                var (scale, length) = _times.ScaleAndLength(box);
                track = track with { Scale = scale, MediaLength = length };
            }
            else if (string.Equals(box.Type, "minf", StringComparison.Ordinal))
            {
                track = track with { Samples = AddSamples(box) };
            }
        }

        return track;
    }

    /// <summary>The sample table holds runs of samples of one length (stts).</summary>
    private ulong AddSamples(Box minf)
    {
        var tables = minf.Children(bytes, budget)
            .Where(b => string.Equals(b.Type, "stbl", StringComparison.Ordinal))
            .SelectMany(b => b.Children(bytes, budget))
            .Where(b => string.Equals(b.Type, "stts", StringComparison.Ordinal));
        var sum = 0UL;
        foreach (var table in tables)
        {
            var count = Math.Min(bytes.UInt32(table.Start + 4), (table.Length - 8) / 8);
            for (var i = 0L; i < count; i++)
            {
                budget.Step();
                var run = table.Start + 8 + (i * 8);
                sum = unchecked(sum + ((ulong)bytes.UInt32(run) * bytes.UInt32(run + 4)));
            }
        }

        return sum;
    }

    private ulong? ReadEdits(Box edts)
    {
        if (edts.Children(bytes, budget).FirstOrDefault(b => string.Equals(b.Type, "elst", StringComparison.Ordinal)) is not { } list)
            return null;

        var isLong = bytes.At(list.Start) == 1;
        var width = isLong ? 20 : 12;
        var count = Math.Min(bytes.UInt32(list.Start + 4), (list.Length - 8) / width);
        var sum = 0UL;
        for (var i = 0L; i < count; i++)
        {
            budget.Step();
            sum = unchecked(sum + _times.Units(list.Start + 8 + (i * width), isLong));
        }

        return sum;
    }
}
