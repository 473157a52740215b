namespace CddFunctions.Platform.Media.Video;

/// <summary>What the moov box says: the tracks, and the defaults of fragments.</summary>
/// <param name="Seconds">Longest track of picture or sound; zero when the file leaves it open.</param>
/// <param name="Stated">What the movie states for all its tracks, of subtitles too: to go by when no track says how long it is.</param>
/// <param name="DefaultLengths">By track id: length of a sample in a fragment that states none itself (trex), in units of the
/// track.</param>
internal sealed record VideoHeader(
    decimal Seconds,
    decimal Stated,
    IReadOnlyList<VideoTrack> Tracks,
    IReadOnlyDictionary<uint, uint> DefaultLengths
)
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
        private readonly VideoTimes _times = new(bytes);
        private readonly VideoTrackReader _reader = new(bytes, budget);
        private uint _scale;
        private ulong _length;
        private ulong _fragmentLength;

        public void Accept(Box box)
        {
            switch (box.Type)
            {
                case "mvhd":
                    (_scale, _length) = _times.ScaleAndLength(box);
                    break;
                case "trak" when _tracks.Count < MaxTracks:
                    _tracks.Add(_reader.Read(box));
                    break;
                case "mvex":
                    foreach (var child in box.Children(bytes, budget))
                        AcceptFragmentDefault(child);
                    break;
            }
        }

        public VideoHeader ToHeader()
        {
            var played = _tracks.Where(t => t.Plays).Select(t => t.Seconds(_scale)).DefaultIfEmpty().Max();
            var stated = VideoTrack.Ratio(Math.Max(_length, _fragmentLength), _scale);
            return new VideoHeader(played, stated, _tracks, _defaults);
        }

        private void AcceptFragmentDefault(Box box)
        {
            if (string.Equals(box.Type, "mehd", StringComparison.Ordinal))
                _fragmentLength = _times.Units(box.Start + 4, bytes.At(box.Start) == 1);
            else if (string.Equals(box.Type, "trex", StringComparison.Ordinal) && _defaults.Count < MaxTracks)
                _defaults[bytes.UInt32(box.Start + 4)] = bytes.UInt32(box.Start + 12);
        }
    }
}
