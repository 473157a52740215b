using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Http;

/// <summary>Sends a download: from the file store where that has addresses, else through the application.</summary>
public static class DownloadResults
{
    /// <param name="inParts">Whoever asks may take a part of it: a video is looked at before it is all there.</param>
    public static IResult ToResult(this Download download, bool inParts = false) =>
        download.Address is { } address
            ? TypedResults.Redirect(address.AbsoluteUri)
            : TypedResults.Stream(download.Content!, download.Label.ContentType, download.Label.FileName, enableRangeProcessing: inParts);
}
