namespace CddFunctions.Platform.Media;

/// <summary>
/// What one file may cost to inspect. A hostile file runs out of it and is refused as too complex; honest ones of the
/// sizes that forms allow use a few per cent.
/// </summary>
internal sealed class MediaBudget(CancellationToken ct)
{
    /// <summary>Values, entries, boxes or samples read; searching costs a step per 4 KB.</summary>
    public const int MaxSteps = 1_000_000;

    /// <summary>Bytes that streams may unpack to, all together.</summary>
    public const int MaxInflated = 64 * 1024 * 1024;

    private int _steps = MaxSteps;
    private int _inflated = MaxInflated;

    public bool IsExhausted { get; private set; }

    public void Step(int steps = 1)
    {
        if ((_steps -= steps) < 0)
            throw Exhausted();

        if ((_steps & 1023) == 0)
            ct.ThrowIfCancellationRequested();
    }

    public void Inflate(long bytes)
    {
        if (bytes > _inflated)
            throw Exhausted();

        _inflated -= (int)bytes;
    }

    public void CheckCancelled() => ct.ThrowIfCancellationRequested();

    private InvalidDataException Exhausted()
    {
        IsExhausted = true;
        return new InvalidDataException("The file costs too much to inspect.");
    }
}
