using CddFunctions.Ballots.Pages;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Roll.Pages;

/// <param name="Typed">What the form of a correction holds.</param>
public sealed record VoterView(
    BallotTarget Target,
    RollEntry Voter,
    bool Frozen,
    IReadOnlyDictionary<string, string?> Typed,
    Problem? Refusal
);

/// <summary>Pure: the form for one person.</summary>
public static class VoterForm
{
    public static IReadOnlyDictionary<string, string?> Typed(BallotTarget target, IFormCollection form) =>
        RollReader.KeptOf(target).Columns!.ToDictionary(c => c.Id, c => (string?)form[c.Id].ToString(), StringComparer.Ordinal);
}

/// <summary>One voter of a roll: corrected or taken off before the freeze; after it, given another code.</summary>
public sealed class VoterPages(ReadRoll read, RollReader reader, CorrectRoll correct, ReissueCode reissue)
{
    public Task<IResult> ShowAsync(PageVisit visit, BallotTarget target, string entry, CancellationToken ct) =>
        PageAsync(visit, target, entry, null, null, ct);

    public async Task<IResult> PostAsync(PageVisit visit, BallotTarget target, string entry, HttpContext http, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var step = form["step"].ToString();
        var refusal = step switch
        {
            "remove" => (await correct.RunAsync(target, visit.Caller, entry, null, ct)).Refusal,
            "reissue" => (await reissue.RunAsync(target, visit.Caller, entry, ct)).Refusal,
            _ => await CorrectAsync(visit, target, entry, form, ct),
        };
        if (refusal is not null)
            return await PageAsync(visit, target, entry, refusal, step is "correct" ? VoterForm.Typed(target, form) : null, ct);

        // The slip shows the new code: a page of its own, so that no code is in the answer to a form.
        return step is "reissue"
            ? LocalAddress.SeeOther(http.Response, VoteAddress.Slip(target, entry))
            : LocalAddress.Return(http.Response, RollPages.Address(target), step is "remove" ? "removed" : "corrected");
    }

    private async Task<Problem?> CorrectAsync(
        PageVisit visit,
        BallotTarget target,
        string entry,
        IFormCollection form,
        CancellationToken ct
    ) =>
        (await reader.ReadOneAsync(target, form, new FieldFaults(), ct)).IsRefused(out var unread, out var one)
            ? unread
            : (await correct.RunAsync(target, visit.Caller, entry, one.Rows[0], ct)).Refusal;

    private async Task<IResult> PageAsync(
        PageVisit visit,
        BallotTarget target,
        string entry,
        Problem? refusal,
        IReadOnlyDictionary<string, string?>? typed,
        CancellationToken ct
    )
    {
        var standing = await read.RunAsync(target, visit.Caller, ct);
        if (standing.Entries.FirstOrDefault(e => string.Equals(e.Id, entry, StringComparison.Ordinal)) is not { } voter)
            return Visits.NotHere(visit, BallotProblems.VoterNotFound());

        return new Page<VoterPage, VoterView>(
            refusal?.Status ?? 200,
            visit.Page,
            new(target, voter, standing.Roll is { Frozen: true }, typed ?? RollReader.RowOf(target, voter), refusal)
        );
    }
}
