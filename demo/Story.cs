namespace CddFunctions.Demo;

/// <summary>A programme as the demo plays it.</summary>
/// <param name="Ends">The moment at which the figures are read and the export is made.</param>
public sealed record Story(string Campaign, DateTimeOffset Begins, DateTimeOffset Ends, IReadOnlyList<Step> Steps);
