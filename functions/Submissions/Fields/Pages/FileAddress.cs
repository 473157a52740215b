namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>Where a handed-in file is downloaded.</summary>
public static class FileAddress
{
    public static string Of(Target target, string upload) =>
        $"/api/campaigns/{target.Campaign.Id}/tasks/{target.Task.Id}/units/{target.Unit.Code}/submissions/files/{upload}";
}
