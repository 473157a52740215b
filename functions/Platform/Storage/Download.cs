namespace CddFunctions.Platform.Storage;

/// <summary>
/// A file that somebody may have: at an <paramref name="Address"/> of the file store for a while, or as its <paramref name="Content"/>.
/// </summary>
public sealed record Download(DownloadLabel Label, Uri? Address, Stream? Content);
