using CddFunctions.Platform.Storage;

namespace CddFunctions.Platform.Http;

/// <summary>Sends a download: from the file store where that has addresses, else through the application.</summary>
public static class DownloadResults
{
    /// <param name="inParts">Allows range requests: a browser can then play a video before it has all of it.</param>
    public static IResult ToResult(this Download download, bool inParts = false) =>
        download.Address is { } address
            ? TypedResults.Redirect(address.AbsoluteUri)
            : TypedResults.Stream(download.Content!, download.Label.ContentType, download.Label.FileName, enableRangeProcessing: inParts);
}
