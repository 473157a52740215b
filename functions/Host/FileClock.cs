using System.Globalization;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>
/// A rehearsal's clock that follows a file: its time is the moment written there and stands still until the file is rewritten.
/// The file is read at every question, since two writes within one tick of the file system carry the same time stamp: whoever
/// has written it sees the new moment in the next answer. Timers stay real.
/// </summary>
/// <param name="path">One ISO 8601 moment with its offset, such as <c>2024-05-10T09:00:00+07:00</c>.</param>
public sealed class FileClock(string path) : TimeProvider
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    private long _ticks = (Read(path) ?? throw Unreadable(path)).UtcTicks;

    /// <summary>The moment in the file. While the file is being written, or when it holds no moment, the moment read last.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        if (Read(path) is { } moment)
            Interlocked.Exchange(ref _ticks, moment.UtcTicks);
        return new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
    }

    private static DateTimeOffset? Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete });
            return DateTimeOffset.TryParseExact(
                reader.ReadToEnd().Trim(),
                Formats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
                ? moment
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static OptionsValidationException Unreadable(string path) =>
        new(
            nameof(ServeOptions.ClockFile),
            typeof(ServeOptions),
            [$"Serve:ClockFile: {path} holds no moment such as 2024-05-10T09:00:00+07:00."]
        );
}
