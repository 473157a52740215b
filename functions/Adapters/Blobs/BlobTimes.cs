using System.Globalization;

namespace CddFunctions.Adapters.Blobs;

/// <summary>When a blob was written by the clock of the application, which in a rehearsal is not that of the store.</summary>
internal static class BlobTimes
{
    private const string Key = "writtenat";

    public static Dictionary<string, string> Now(TimeProvider clock) =>
        new(StringComparer.OrdinalIgnoreCase) { [Key] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) };

    /// <param name="kept">The time by the store's clock, for a blob that somebody else put there.</param>
    public static DateTimeOffset Of(IDictionary<string, string>? metadata, DateTimeOffset kept) =>
        metadata is not null
        && metadata.TryGetValue(Key, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? at
            : kept;
}
