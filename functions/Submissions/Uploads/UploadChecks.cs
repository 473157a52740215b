using System.Security.Cryptography;
using CddFunctions.Campaigns;
using CddFunctions.Platform;
using CddFunctions.Platform.Media;

namespace CddFunctions.Submissions.Uploads;

/// <summary>What a file has to be before it is kept, whichever way it came.</summary>
internal static class UploadChecks
{
    /// <summary>Each arrival has a name of its own, so that a late resend cannot change what was claimed.</summary>
    public static string NewName(LaunchedCampaign campaign, string id) =>
        $"{UploadStore.FileName(campaign.Id, id)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";

    /// <summary>A file that no field takes is refused at once; one for a named field by that field's limits too.</summary>
    public static Problem? Refuse(LaunchedCampaign campaign, Upload upload, MediaFacts facts)
    {
        IReadOnlyList<MediaRefusal> fault = facts.Fault is null ? [] : [facts.Fault];
        var refusals = UploadEndpoints.FieldOf(campaign, upload.Task, upload.Field) is { } field
            ? MediaRules.Refuse(UploadLimits.Of(field), facts)
            : fault;
        return refusals.Count == 0
            ? null
            : UploadProblems.FileRefused([.. refusals.Select(r => new FieldError(upload.Field ?? "file", r.Code, r.Message))]);
    }
}
