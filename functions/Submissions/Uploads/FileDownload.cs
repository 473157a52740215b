using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>GET of a file of a hand-in: from the file store where that has addresses, else through the application, also in parts (a video).</summary>
public static class FileDownload
{
    /// <summary>Long enough to begin a download; whoever is given the address can read that file as long.</summary>
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(5);

    public static async Task<IResult> HandleAsync(
        [AsParameters] Address at, string upload, CallerOf caller, HandedInFiles handedIn, IFiles files, HttpResponse response, CancellationToken ct)
    {
        if ((await at.FindAsync(caller, Access.RefuseRead, ct)).IsRefused(out var refusal, out var target))
            return refusal.ToResult();
        if ((await handedIn.FindAsync(target, caller.Value!, upload, ct)).IsRefused(out var unknown, out var found))
            return unknown.ToResult();

        response.Headers.CacheControl = "no-store";
        var label = new DownloadLabel(ContentType(found.File.Facts.Type), found.File.FileName);
        if (await files.AddressAsync(found.StoredName, label, AddressLife, ct) is { } address)
            return TypedResults.Redirect(address.AbsoluteUri);

        var content = await files.OpenAsync(found.StoredName, ct) ?? throw new StorageUnavailableException($"The file of upload {upload} is not there");
        return TypedResults.Stream(content, label.ContentType, label.FileName, enableRangeProcessing: true);
    }

    /// <summary>As measured, never as the sender said.</summary>
    private static string ContentType(MediaType type) => type switch
    {
        MediaType.Pdf => "application/pdf",
        MediaType.Mp4 => "video/mp4",
        MediaType.Mov => "video/quicktime",
        MediaType.Jpeg => "image/jpeg",
        MediaType.Png => "image/png",
        MediaType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        MediaType.Unknown => "application/octet-stream",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
