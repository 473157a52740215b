using CddFunctions.Campaigns.Pages;
using CddFunctions.Platform;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Roll.Pages;

/// <summary>What the roll's page says, besides the roll.</summary>
/// <param name="Done">What was just done: <c>put</c>, <c>added</c> or <c>frozen</c>.</param>
/// <param name="Confirm">True when the page asks whether the roll is to be frozen.</param>
/// <param name="Part">Which part of a long roll is shown, from 1.</param>
/// <param name="Paste">Text of a form that was refused, shown again together with its <paramref name="Reason"/>.</param>
public sealed record RollSaid(
    string? Done = null,
    bool Confirm = false,
    int Part = 1,
    Problem? Refusal = null,
    string Paste = "",
    string Reason = ""
);

public sealed record RollView(BallotTarget Target, RollStanding Standing, RollSaid Said);

/// <summary>
/// The roll of a ballot, for administrators: put in place from Excel or from the staff roster, looked through, and frozen
/// after a second look at how many it holds. A list with a fault in it changes nothing.
/// </summary>
public sealed class RollPages(ReadRoll read, RollReader reader, PutRoll put, FreezeRoll freeze)
{
    public Task<IResult> ShowAsync(PageVisit visit, BallotTarget target, RollSaid said, CancellationToken ct) =>
        PageAsync(visit, target, said, ct);

    public async Task<IResult> PostAsync(PageVisit visit, BallotTarget target, HttpContext http, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        var step = form["step"].ToString();
        var outcome = step switch
        {
            "freeze" => await freeze.RunAsync(
                target,
                visit.Caller,
                new([.. form["withdrawn"].OfType<string>()], form["hash"].ToString()),
                ct
            ),
            "roster" => await put.ReplaceAsync(target, visit.Caller, await put.FromRosterAsync(target, ct), ct),
            _ => await TakeAsync(visit, target, form, add: step is "add", ct),
        };
        return outcome.IsRefused(out var refusal, out _)
            ? await PageAsync(
                visit,
                target,
                new(Refusal: refusal, Paste: form[RosterPaste.Path].ToString(), Reason: form["reason"].ToString()),
                ct
            )
            : LocalAddress.Return(http.Response, Address(target), Done(step));
    }

    private async Task<Outcome<RollAnswer>> TakeAsync(
        PageVisit visit,
        BallotTarget target,
        IFormCollection form,
        bool add,
        CancellationToken ct
    )
    {
        if ((await reader.ReadAsync(target, form, ct)).IsRefused(out var refusal, out var rows))
            return refusal;

        return add ? await put.AddAsync(target, visit.Caller, rows, ct) : await put.ReplaceAsync(target, visit.Caller, rows, ct);
    }

    private async Task<IResult> PageAsync(PageVisit visit, BallotTarget target, RollSaid said, CancellationToken ct) =>
        new Page<RollPage, RollView>(
            said.Refusal?.Status ?? 200,
            visit.Page,
            new(target, await read.RunAsync(target, visit.Caller, ct), said)
        );

    public static string Address(BallotTarget target) =>
        $"{Visits.Address(target.Campaign.Id)}/ballots/{Uri.EscapeDataString(target.Ballot.Id)}/roll";

    private static string Done(string step) =>
        step switch
        {
            "freeze" => "frozen",
            "add" => "added",
            _ => "put",
        };
}
