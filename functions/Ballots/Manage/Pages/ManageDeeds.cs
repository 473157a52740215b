using System.Globalization;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Ballots.Manage.Pages;

/// <summary>From the forms of the page to the use cases.</summary>
public sealed class ManageDeeds(
    AdoptBallot adopt,
    FreezeRoll freeze,
    ChangeWindow window,
    WithdrawProposal withdraw,
    RunTally tally,
    DecideTie ties,
    Certify certify
)
{
    public const string Until = "until";
    public const string Time = "time";

    /// <returns>Why it was not done; null when it was.</returns>
    public async Task<Problem?> RunAsync(BallotTarget target, Caller caller, string step, IFormCollection form, CancellationToken ct)
    {
        return step switch
        {
            "adopt" => (await adopt.RunAsync(target, caller, ct)).Refusal,
            "stand" => (await freeze.RunAsync(target, caller, new(Hash: form["hash"]), ct)).Refusal,
            "extend" => CloseOf(form) is { } until ? (await ProposeAsync(until, stop: false)).Refusal : NoTime(),
            "stop" => (await ProposeAsync(null, stop: true)).Refusal,
            "confirm" => (await window.ConfirmAsync(target, caller, new(form["proposal"]), ct)).Refusal,
            "withdraw" => (await withdraw.RunAsync(target, caller, form["proposal"], ct)).Refusal,
            "tally" or "again" => (await tally.RunAsync(target, caller, new(step is "again"), ct)).Refusal,
            "tie" => (
                await ties.RunAsync(
                    target,
                    caller,
                    form["contest"].ToString(),
                    new([.. form["winner"].OfType<string>()], form["reason"]),
                    ct
                )
            ).Refusal,
            "certify" => (await certify.RunAsync(target, caller, new(form["result"]), ct)).Refusal,
            "publish" => (await certify.PublishAsync(target, caller, ct)).Refusal,
            _ => CommonProblems.Malformed(),
        };

        Task<Outcome<BallotView>> ProposeAsync(DateTimeOffset? until, bool stop) =>
            window.ProposeAsync(target, caller, new(until, stop, form["reason"]), ct);
    }

    /// <summary>The last second of the minute that was typed, so that "until 16.30" takes what comes at 16.30.</summary>
    private static DateTimeOffset? CloseOf(IFormCollection form)
    {
        var time = ThaiDigits.ToAscii(form[Time].ToString()).Trim().Replace(':', '.');
        return
            ThaiDate.ParseAny(DateOf(form)) is { } day
            && TimeOnly.TryParseExact(time, "H.mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute)
            ? Bangkok.EndOf(day, minute.Add(TimeSpan.FromSeconds(59)))
            : null;
    }

    public static string? DateOf(IFormCollection form) => DateParts.Read(form, Until).Join();

    private static Problem NoTime() =>
        BallotProblems.WindowRefused(
            new(
                "กรอกวันและเวลาปิดใหม่ เช่น ๒๐ พฤษภาคม ๒๕๖๗ เวลา ๑๖.๓๐",
                "Give the day and the time of the new close, such as 20 May 2024 at 16.30."
            )
        );
}
