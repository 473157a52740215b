using CddFunctions.Campaigns.Model;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters.Pages;

/// <summary>What the page posted: a workbook if there is one, else a pasted list, else the content of the inputs.</summary>
/// <param name="Version">Version of the list that the page had shown; empty when there was none.</param>
/// <param name="Save">True when the inputs are to be saved. A pasted list or a workbook is never saved before it was shown.</param>
/// <param name="Faults">Faults of a workbook or pasted list that could not be read. The lines are then those of the inputs.</param>
public sealed record RosterPost(IReadOnlyList<RosterLine> Lines, string Version, string Paste, bool Save, FieldFaults Faults)
{
    /// <summary>Name of the file input, and of its faults.</summary>
    public const string File = "file";

    private const int MostBytes = 5 * 1_048_576;

    public static async Task<RosterPost> ReadAsync(HttpRequest http, RosterTarget found, CancellationToken ct)
    {
        var form = await http.ReadFormAsync(ct);
        var faults = new FieldFaults();
        var paste = form[RosterPaste.Path].ToString();
        var sheet = await SheetAsync(form, paste, found.Table, faults, ct);
        return new(
            sheet is null || !faults.None
                ? RosterForm.Posted(form, found.Table)
                : RosterForm.Read(sheet, found.Table, found.Target.Campaign.Definition),
            form["version"].ToString(),
            paste,
            sheet is null && form["step"].ToString() is "save",
            faults
        );
    }

    /// <returns>Null when nothing was pasted or sent.</returns>
    public static async Task<RosterWorkbook.Sheet?> SheetAsync(
        IFormCollection form,
        string paste,
        Field table,
        FieldFaults faults,
        CancellationToken ct
    )
    {
        if (form.Files.GetFile(File) is { Length: > 0 } file)
            return await WorkbookAsync(file, table, faults, ct);
        return string.IsNullOrWhiteSpace(paste) ? null : RosterPaste.Read(paste, table, faults);
    }

    private static async Task<RosterWorkbook.Sheet> WorkbookAsync(IFormFile file, Field table, FieldFaults faults, CancellationToken ct)
    {
        if (file.Length > MostBytes)
        {
            faults.Rule(File, "too-large", "ไฟล์ใหญ่เกิน ๕ MB", "The file is larger than 5 MB.");
            return new([], []);
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return await RosterWorkbook.ReadAsync(content.ToArray(), table, faults, ct);
    }
}
