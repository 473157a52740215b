namespace CddFunctions.Reporting.Datasets;

public enum CellType
{
    Empty,
    Text,
    Number,
    Date,
    Instant,
    YesNo,
}

/// <summary>
/// One value on its way to the files, without boxing. Workbook and CSV are written from the same cells, so they cannot
/// disagree. An empty text is no value.
/// </summary>
/// <param name="Number">The number itself; a date's day number; an instant's UTC ticks, whole seconds; 1 for yes.</param>
public readonly record struct Cell(CellType Type, string? Text, decimal Number)
{
    private const string ListSeparator = "; ";

    /// <summary>A decimal keeps its trailing zeros (7.00); dividing it by this value removes them (7).</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    public DateOnly Date => DateOnly.FromDayNumber((int)Number);

    /// <summary>In Bangkok time.</summary>
    public DateTimeOffset Instant => new DateTimeOffset((long)Number, TimeSpan.Zero).ToOffset(ThaiTime.Bangkok);

    public bool IsYes => Number != 0;

    public static Cell Of(string? value) => string.IsNullOrEmpty(value) ? default : new(CellType.Text, value, 0);

    public static Cell Of(IReadOnlyList<string>? values) => values is null ? default : Of(string.Join(ListSeparator, values));

    public static Cell Of(int? value) => value is { } n ? new(CellType.Number, null, n) : default;

    public static Cell Of(long? value) => value is { } n ? new(CellType.Number, null, n) : default;

    public static Cell Of(decimal? value) => value is { } n ? new(CellType.Number, null, n / One) : default;

    public static Cell Of(bool? value) => value is { } yes ? new(CellType.YesNo, null, yes ? 1 : 0) : default;

    public static Cell Of(DateOnly? value) => value is { } day ? new(CellType.Date, null, day.DayNumber) : default;

    public static Cell Of(DateTimeOffset? value) =>
        value is { } at ? new(CellType.Instant, null, at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond)) : default;
}
