using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters.Pages;

/// <summary>What the page posted: a workbook if there is one, else a pasted list, else the content of the inputs.</summary>
/// <param name="Version">Version of the list that the page had shown; empty when there was none.</param>
/// <param name="Save">True when the inputs are to be saved. A pasted list or a workbook is never saved before it was shown.</param>
/// <param name="Faults">Faults of a workbook or pasted list that could not be read. The lines are then those of the inputs.</param>
/// <param name="Busy">Too many workbooks are being read: this one was not.</param>
public sealed record RosterPost(
    IReadOnlyList<RosterLine> Lines,
    string Version,
    string Paste,
    bool Save,
    FieldFaults Faults,
    Problem? Busy = null
)
{
    /// <summary>Name of the file input, and of its faults.</summary>
    public const string File = RosterWorkbooks.Path;

    private const int MostBytes = 5 * 1_048_576;

    /// <summary>Why what was pasted or sent is not shown; null when it is.</summary>
    public Problem? Refusal => Busy ?? (Faults.None ? null : SubmissionProblems.RulesBroken(Faults.All));

    public static async Task<RosterPost> ReadAsync(HttpRequest http, RosterTarget found, RosterWorkbooks workbooks, CancellationToken ct)
    {
        var form = await http.ReadFormAsync(ct);
        var faults = new FieldFaults();
        var paste = form[RosterPaste.Path].ToString();
        RosterRows? sheet = null;
        Problem? busy = null;
        var isSent = form.Files.GetFile(File) is { Length: > 0 } || !string.IsNullOrWhiteSpace(paste);
        if (isSent)
            (await SheetAsync(form, workbooks, found.Table, faults, ct)).IsRefused(out busy, out sheet);
        return new(
            sheet is null || !faults.None
                ? RosterForm.Posted(form, found.Table)
                : RosterForm.Read(sheet, found.Table, found.Target.Campaign.Definition),
            form["version"].ToString(),
            paste,
            !isSent && form["step"].ToString() is "save",
            faults,
            busy
        );
    }

    /// <summary>The list of the workbook if there is one, else of the pasted text.</summary>
    public static async Task<Outcome<RosterRows>> SheetAsync(
        IFormCollection form,
        RosterWorkbooks workbooks,
        Field table,
        FieldFaults faults,
        CancellationToken ct
    )
    {
        if (form.Files.GetFile(File) is not { Length: > 0 } file)
            return RosterPaste.Read(form[RosterPaste.Path].ToString(), table, faults);
        if (file.Length > MostBytes)
        {
            faults.Rule(File, "too-large", "ไฟล์ใหญ่เกิน ๕ MB", "The file is larger than 5 MB.");
            return RosterRows.None;
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return await workbooks.ReadAsync(content.ToArray(), table, faults, ct);
    }
}
