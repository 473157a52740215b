using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Media;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Submissions.Uploads;

/// <summary>A file of a hand-in, for whoever may read the hand-in.</summary>
public sealed class DownloadFile(SubmissionFiles handedIn, LostFiles lost, IFiles files)
{
    /// <summary>
    /// How long an address of the file store works: long enough to begin a download. Whoever learns the address can read the file as long.
    /// </summary>
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(5);

    public async Task<Outcome<Download>> RunAsync(Target target, Caller caller, string upload, CancellationToken ct)
    {
        if ((await handedIn.FindAsync(target, caller, upload, ct)).IsRefused(out var unknown, out var found))
            return unknown;

        var file = found.File;
        var label = new DownloadLabel(ContentType(file.Facts.Type), MediaEndings.Name(file.FileName, file.Facts.Type));
        if (await lost.OpenAsync(found.StoredName, file.Length, ct) is not { } content)
            return UploadProblems.FileLost(file.FileName);
        if (await files.AddressAsync(found.StoredName, label, AddressLife, ct) is not { } address)
            return new Download(label, null, content);

        await content.DisposeAsync();
        return new Download(label, address, null);
    }

    /// <summary>As measured, never as the sender said.</summary>
    private static string ContentType(MediaType type) =>
        type switch
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
