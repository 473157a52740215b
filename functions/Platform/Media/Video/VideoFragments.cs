namespace CddFunctions.Platform.Media.Video;

/// <summary>
/// Adds up the samples of fragments (moof): a recording written piece by piece states no length of its own. When a file
/// has an index of segments (sidx) and no samples could be read, the index is taken.
/// </summary>
internal sealed class VideoFragments(ByteWindow bytes, MediaBudget budget, VideoHeader header)
{
    private readonly Dictionary<uint, ulong> _units = [];
    private readonly Dictionary<uint, decimal> _indexed = [];

    public decimal Seconds
    {
        get
        {
            // The first samples may be in moov itself.
            var samples = header
                .Tracks.Where(t => _units.ContainsKey(t.Id))
                .Select(t => VideoTrack.Ratio(unchecked(t.Samples + _units[t.Id]), t.Scale))
                .DefaultIfEmpty()
                .Max();
            return samples > 0 ? samples : _indexed.Values.DefaultIfEmpty().Max();
        }
    }

    public void Accept(Box box)
    {
        if (string.Equals(box.Type, "sidx", StringComparison.Ordinal))
            AddIndex(box);
        if (!string.Equals(box.Type, "moof", StringComparison.Ordinal))
            return;

        foreach (var traf in box.Children(bytes, budget).Where(b => string.Equals(b.Type, "traf", StringComparison.Ordinal)))
            AddTrackFragment(traf);
    }

    private void AddTrackFragment(Box traf)
    {
        uint track = 0,
            length = 0;
        foreach (var box in traf.Children(bytes, budget))
        {
            if (string.Equals(box.Type, "tfhd", StringComparison.Ordinal))
                (track, length) = ReadHeader(box);
            else if (string.Equals(box.Type, "trun", StringComparison.Ordinal) && header.Tracks.Any(t => t.Id == track && t.Plays))
                _units[track] = unchecked(_units.GetValueOrDefault(track) + ReadRun(box, length));
        }
    }

    private (uint Track, uint SampleLength) ReadHeader(Box tfhd)
    {
        var flags = bytes.UInt32(tfhd.Start);
        var track = bytes.UInt32(tfhd.Start + 4);
        if ((flags & 0x8) == 0)
            return (track, header.DefaultLengths.GetValueOrDefault(track));

        var before = ((flags & 0x1) == 0 ? 0 : 8) + ((flags & 0x2) == 0 ? 0 : 4);
        return (track, bytes.UInt32(tfhd.Start + 8 + before));
    }

    private ulong ReadRun(Box trun, uint sampleLength)
    {
        var flags = bytes.UInt32(trun.Start);
        var count = bytes.UInt32(trun.Start + 4);
        var at = trun.Start + 8 + ((flags & 0x1) == 0 ? 0 : 4) + ((flags & 0x4) == 0 ? 0 : 4);
        var width = 4 * int.PopCount((int)(flags & 0xF00));
        if (at + ((long)count * width) > trun.End)
            throw new InvalidDataException("A fragment has fewer samples than it says.");
        if ((flags & 0x100) == 0)
            return (ulong)count * sampleLength;

        var sum = 0UL;
        for (var i = 0L; i < count; i++)
        {
            budget.Step();
            sum += bytes.UInt32(at + (i * width));
        }

        return sum;
    }

    private void AddIndex(Box sidx)
    {
        var stream = bytes.UInt32(sidx.Start + 4);
        if (header.Tracks.Any(t => t.Id == stream && !t.Plays))
            return;

        var scale = bytes.UInt32(sidx.Start + 8);
        var at = sidx.Start + (bytes.At(sidx.Start) == 0 ? 20 : 28);
        var count = Math.Min(bytes.UInt32(at) & 0xFFFF, (sidx.End - at - 4) / 12);
        var units = 0UL;
        for (var i = 0L; i < count; i++)
        {
            budget.Step();
            var isIndex = bytes.At(at + 4 + (i * 12)) >= 128; // the entry leads to another index, whose own entries are counted
            units += isIndex ? 0 : bytes.UInt32(at + 8 + (i * 12));
        }

        if (_indexed.Count < 100)
            _indexed[stream] = _indexed.GetValueOrDefault(stream) + VideoTrack.Ratio(units, scale);
    }
}
