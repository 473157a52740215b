namespace CddFunctions.Platform.Thai;

/// <summary>Days of the campaigns are days in Bangkok; stored instants are UTC.</summary>
public static class Bangkok
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok");

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public static DateTimeOffset StartOf(DateOnly day) => EndOf(day, TimeOnly.MinValue);

    /// <summary>
    /// The due instant: 2021-03-23 with 23:59:59 is 2021-03-23T16:59:59Z. Compare with <see cref="IsInTime"/>, never with
    /// <c>&lt;=</c>: 23:59:59 means the whole of that second.
    /// </summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeOnly cutoff) => At(day.ToDateTime(cutoff, DateTimeKind.Unspecified));

    /// <param name="local">Day and time of day in Bangkok, of no kind.</param>
    public static DateTimeOffset At(DateTime local) => new(TimeZoneInfo.ConvertTimeToUtc(local, Zone), TimeSpan.Zero);

    /// <summary>Is a hand-in at this instant on time? Fractions of its second do not count: 16:59:59.999Z is within 16:59:59Z.</summary>
    public static bool IsInTime(DateTimeOffset instant, DateTimeOffset due) =>
        instant.UtcTicks / TimeSpan.TicksPerSecond <= due.UtcTicks / TimeSpan.TicksPerSecond;
}
