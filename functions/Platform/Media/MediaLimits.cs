namespace CddFunctions.Platform.Media;

/// <summary>What a field of a form takes. A null limit is no limit.</summary>
/// <param name="Types">At least one.</param>
/// <param name="A4Only">Every page, within 2 mm.</param>
/// <param name="MaxMegabytes">Of 1,048,576 bytes each: the megabyte that Windows and telephones show.</param>
public sealed record MediaLimits(
    IReadOnlyList<MediaType> Types,
    int? MaxPages = null,
    bool A4Only = false,
    int? MaxSeconds = null,
    int? MaxMegabytes = null
);
