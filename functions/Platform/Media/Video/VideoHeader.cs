using System.Text;

namespace CddFunctions.Platform.Media.Video;

/// <summary>What the moov box says: tracks, and what fragments may rely on.</summary>
/// <param name="Seconds">Longest of movie and tracks; zero when the file leaves it open.</param>
/// <param name="DefaultLengths">By track: length of a fragment's sample that states none (trex).</param>
internal sealed record VideoHeader(decimal Seconds, IReadOnlyList<VideoTrack> Tracks, IReadOnlyDictionary<uint, uint> DefaultLengths)
{
    private const int MaxTracks = 100;

    public static VideoHeader Read(ByteWindow bytes, MediaBudget budget, Box moov)
    {
        var reader = new Reader(bytes, budget);
        foreach (var box in moov.Children(bytes, budget))
            reader.Accept(box);
        return reader.ToHeader();
    }

    private sealed class Reader(ByteWindow bytes, MediaBudget budget)
    {
        private readonly List<VideoTrack> _tracks = [];
        private readonly Dictionary<uint, uint> _defaults = [];
        private uint _scale;
        private ulong _length;
        private ulong _fragmentLength;

        public void Accept(Box box)
        {
            switch (box.Type)
            {
                case "mvhd":
                    (_scale, _length) = ScaleAndLength(box);
                    break;
                case "trak" when _tracks.Count < MaxTracks:
                    _tracks.Add(ReadTrack(box));
                    break;
                case "mvex":
                    foreach (var child in box.Children(bytes, budget))
                        AcceptFragmentDefault(child);
                    break;
            }
        }

        /// <summary>Media that no track holds cannot play: of the movie's own length only what tracks leave unknown counts.</summary>
        public VideoHeader ToHeader()
        {
            var played = _tracks.Where(t => t.Kind is "vide" or "soun").Select(t => t.Seconds(_scale)).DefaultIfEmpty().Max();
            var stated = VideoTrack.Ratio(Math.Max(_length, _fragmentLength), _scale);
            return new VideoHeader(Math.Max(played, stated), _tracks, _defaults);
        }

        private void AcceptFragmentDefault(Box box)
        {
            if (string.Equals(box.Type, "mehd", StringComparison.Ordinal))
                _fragmentLength = Units(box.Start + 4, bytes.At(box.Start) == 1);
            else if (string.Equals(box.Type, "trex", StringComparison.Ordinal) && _defaults.Count < MaxTracks)
                _defaults[bytes.UInt32(box.Start + 4)] = bytes.UInt32(box.Start + 12);
        }

        private VideoTrack ReadTrack(Box trak)
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
            return track with { Id = bytes.UInt32(id), HeaderLength = Units(id + 8, isLong) };
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
                    var (scale, length) = ScaleAndLength(box);
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
            var tables = minf.Children(bytes, budget).Where(b => string.Equals(b.Type, "stbl", StringComparison.Ordinal))
                .SelectMany(b => b.Children(bytes, budget)).Where(b => string.Equals(b.Type, "stts", StringComparison.Ordinal));
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
                sum = unchecked(sum + Units(list.Start + 8 + (i * width), isLong));
            }

            return sum;
        }

        /// <summary>mvhd and mdhd begin alike: version, two dates, units a second, length.</summary>
        private (uint Scale, ulong Length) ScaleAndLength(Box box)
        {
            var isLong = bytes.At(box.Start) == 1;
            var scale = box.Start + (isLong ? 20 : 12);
            return (bytes.UInt32(scale), Units(scale + 4, isLong));
        }

        /// <summary>A length; all ones means unknown.</summary>
        private ulong Units(long position, bool isLong)
        {
            var units = isLong ? bytes.UInt64(position) : bytes.UInt32(position);
            return units == (isLong ? ulong.MaxValue : uint.MaxValue) ? 0 : units;
        }
    }
}
