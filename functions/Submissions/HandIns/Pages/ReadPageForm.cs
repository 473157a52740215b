using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Fields.Pages;
using CddFunctions.Submissions.Uploads;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>
/// Takes what a browser posted: the fields as they are, the files through the store of uploads, each refused by its own limits.
/// </summary>
public sealed class ReadPageForm(TakeFile takeFile)
{
    /// <summary>Files that come inside a form, together.</summary>
    public const int MostMegabytes = 20;

    public const string FilePrefix = "files.";

    public async Task<Outcome<FormState>> ReadAsync(Target target, Caller caller, HttpRequest http, CancellationToken ct)
    {
        var form = await http.ReadFormAsync(ct); // the door has read it already
        if (PageForm.Read(form) is not { } post)
            return CommonProblems.Malformed();

        var files = new Dictionary<string, IReadOnlyList<AttachedFile>>(StringComparer.Ordinal);
        var errors = new List<FieldError>();
        var tooMuch = form.Files.Sum(f => f.Length) > MostMegabytes * 1_048_576L;
        foreach (var field in target.Form.Fields.Where(f => !FormReader.IsTyped(f)))
        {
            var kept = await takeFile.FindAsync(target, caller, Ids(post.Request, field), ct);
            var sent = form.Files.GetFiles(FilePrefix + field.Id).Where(f => f.FileName.Length > 0).ToList();
            if (tooMuch && sent.Count > 0)
                errors.Add(new(field.Id, "form-too-large", UploadProblems.FormTooLarge(MostMegabytes).Detail));

            var taken = tooMuch ? [] : await TakeAsync(target, caller, field, sent, errors, ct);
            files[field.Id] = UploadLimits.MaxFiles(field) == 1 && taken.Count > 0 ? taken : [.. kept, .. taken];
        }

        return new FormState(
            post.Request,
            post.Key,
            post.Version,
            files.Where(f => f.Value.Count > 0).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal),
            errors,
            post.Add,
            post.Seen
        );
    }

    private async Task<List<AttachedFile>> TakeAsync(
        Target target,
        Caller caller,
        Field field,
        List<IFormFile> sent,
        List<FieldError> errors,
        CancellationToken ct
    )
    {
        var taken = new List<AttachedFile>();
        foreach (var file in sent.Take(UploadLimits.MaxFiles(field) + 1))
        {
            if ((await takeFile.RunAsync(target, caller, field, file, ct)).IsRefused(out var refusal, out var attached))
                errors.AddRange(
                    (refusal.Errors?.Select(e => e.Message) ?? [refusal.Detail]).Select(m => new FieldError(
                        field.Id,
                        refusal.Code,
                        Named(file, m)
                    ))
                );
            else
                taken.Add(attached);
        }

        return taken;
    }

    private static Text Named(IFormFile file, Text message) => new($"{file.FileName}: {message.Th}", $"{file.FileName}: {message.En}");

    private static IEnumerable<string> Ids(HandInRequest request, Field field) =>
        request.Uploads?.TryGetValue(field.Id, out var given) is true
            ? FieldValue.Each(given).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Take(UploadLimits.MaxFiles(field) + 1)
            : [];
}
