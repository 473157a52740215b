namespace CddFunctions.Platform.Media;

/// <summary>Pure: endings of file names. A file is saved and opened by its ending, so it has to say what the file is.</summary>
public static class MediaEndings
{
    /// <summary>Endings of other kinds, which are taken off. Anything else after a dot belongs to the name: <c>แผน พ.ศ. ๒๕๖๗</c>.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf",
        ".mp4",
        ".m4v",
        ".mov",
        ".jpg",
        ".jpeg",
        ".png",
        ".xlsx",
        ".doc",
        ".docx",
        ".xls",
        ".xlsm",
        ".ppt",
        ".pptx",
        ".odt",
        ".ods",
        ".rtf",
        ".txt",
        ".htm",
        ".html",
        ".heic",
        ".heif",
        ".webp",
        ".avif",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
        ".avi",
        ".wmv",
        ".mkv",
        ".webm",
        ".3gp",
        ".zip",
        ".rar",
        ".7z",
        ".bin",
        ".tmp",
        ".dat",
        ".exe",
    };

    /// <summary>The name with an ending of the measured type; as it is when it has one, or when the type is not known.</summary>
    public static string Name(string name, MediaType type)
    {
        var endings = Of(type);
        if (endings.Length == 0 || endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            return name;

        var other = Path.GetExtension(name);
        return (Known.Contains(other) ? name[..^other.Length] : name) + endings[0];
    }

    private static string[] Of(MediaType type) =>
        type switch
        {
            MediaType.Pdf => [".pdf"],
            MediaType.Mp4 => [".mp4", ".m4v"],
            MediaType.Mov => [".mov"],
            MediaType.Jpeg => [".jpg", ".jpeg"],
            MediaType.Png => [".png"],
            MediaType.Xlsx => [".xlsx"],
            MediaType.Unknown => [],
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
}
