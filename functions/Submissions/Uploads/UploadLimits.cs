using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Media;

namespace CddFunctions.Submissions.Uploads;

/// <summary>Pure: what a file field takes, from its definition (letters: ten A4 pages, five minutes).</summary>
public static class UploadLimits
{
    private const long Megabyte = 1_048_576;

    public static MediaLimits Of(Field field) =>
        new(
            Types(field.Kind),
            field.MaxPages,
            string.Equals(field.Page, "A4", StringComparison.Ordinal),
            field.MaxSeconds,
            MaxMegabytes(field)
        );

    public static long MaxBytes(Field field) => Megabyte * MaxMegabytes(field);

    private static int MaxMegabytes(Field field) =>
        field.MaxMegabytes
        ?? field.Kind switch
        {
            FieldKind.Video => 1024,
            FieldKind.File => 50,
            FieldKind.Images => 20,
            _ => 5,
        };

    public static int MaxFiles(Field field) => field.ExactItems ?? field.MaxItems ?? (field.Kind is FieldKind.Images ? 20 : 1);

    /// <summary>The largest file that any form of the campaign takes: more is refused before a byte is sent.</summary>
    public static long Largest(Campaign campaign) =>
        campaign.Forms.SelectMany(f => f.Fields).Where(f => Types(f.Kind).Count > 0).Select(MaxBytes).DefaultIfEmpty(5 * Megabyte).Max();

    private static IReadOnlyList<MediaType> Types(FieldKind kind) =>
        kind switch
        {
            FieldKind.File => [MediaType.Pdf],
            FieldKind.Video => [MediaType.Mp4, MediaType.Mov],
            FieldKind.Images => [MediaType.Jpeg, MediaType.Png],
            FieldKind.Sheet => [MediaType.Xlsx],
            _ => [],
        };
}
