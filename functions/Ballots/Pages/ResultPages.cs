using CddFunctions.Ballots.Envelopes;
using CddFunctions.Ballots.Roll;
using CddFunctions.Ballots.Tally;
using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Thai;
using CddFunctions.Web;

namespace CddFunctions.Ballots.Pages;

/// <summary>What one voter gets on paper: the address behind the QR, and the code for whoever types it.</summary>
public sealed record Slip(RollEntry Voter, string Code, string Address);

/// <param name="Short">What is typed where there is no camera; the code of the slip is asked for there.</param>
public sealed record SlipsView(BallotTarget Target, BallotView Ballot, string Short, IReadOnlyList<Slip> Slips);

/// <param name="Result">Null while there is none to show.</param>
/// <param name="Papers">True once the result is certified: then announcement and certificates can be printed.</param>
/// <param name="Receipt">The receipt that was asked for, and in <paramref name="Answer"/> what is said about it.</param>
public sealed record ResultPageView(BallotTarget Target, ResultView? Result, bool Papers, string? Receipt, ReceiptAnswer? Answer);

/// <summary>What is said about a receipt.</summary>
public sealed record ReceiptAnswer(bool Counted, string Words);

/// <param name="Published">The day of publication.</param>
public sealed record AnnouncementView(BallotTarget Target, BallotView Ballot, ResultView Result, DateOnly Published);

/// <param name="Published">The day of publication.</param>
public sealed record CertificatesView(BallotTarget Target, ResultView Result, DateOnly Published);

/// <summary>Slips before the vote; result, receipt check, announcement and certificates after it.</summary>
public sealed class ResultPages(PageContexts contexts, BallotReader ballots, PrintSlips print, Receipts receipts)
{
    public async Task<IResult> SlipsAsync(BallotTarget target, Caller caller, string? entry, HttpContext http, CancellationToken ct)
    {
        if ((await print.RunAsync(target, caller, entry, ct)).IsRefused(out var early, out var printed))
            return early.ToResult();

        var address = $"{http.Request.Scheme}://{http.Request.Host}{VoteAddress.Of(target)}";
        return new Page<SlipsPage, SlipsView>(
            200,
            contexts.Of(http),
            new(
                target,
                ballots.ViewOf(target, await ballots.FindAsync(target, ct)),
                http.Request.IsHttps ? address["https://".Length..] : address,
                [.. printed.Select(s => new Slip(s.Voter, s.Code, $"{address}?k={s.Code}"))]
            )
        );
    }

    public async Task<IResult> ResultAsync(BallotTarget target, Caller? caller, string? receipt, HttpContext http, CancellationToken ct)
    {
        PageLanguage.Keep(http);
        var page = contexts.Of(http, VoteAddress.Result(target));
        var ballot = await ballots.FindAsync(target, ct);
        return new Page<ResultPage, ResultPageView>(
            200,
            page,
            new(
                target,
                Shown(ballot, caller, target),
                ballot.State.Certified is not null,
                receipt,
                string.IsNullOrWhiteSpace(receipt) ? null : await CheckAsync(target, ballot, receipt, page, ct)
            )
        );
    }

    public async Task<IResult> PaperAsync(BallotTarget target, Caller? caller, HttpContext http, bool certificates, CancellationToken ct)
    {
        var page = contexts.Of(http);
        var ballot = await ballots.FindAsync(target, ct);
        var shown = Shown(ballot, caller, target);
        if (shown is not { } result || ballot.State.Certified is null)
            return new Page<VoteNotePage, VoteNote>(409, page, NoPaper(target, page.Texts<VoteTexts>(), shown is not null));

        var day = Bangkok.DateOf(ballot.State.Published?.At ?? page.Now);
        return certificates
            ? new Page<CertificatesPage, CertificatesView>(200, page, new(target, result, day))
            : new Page<AnnouncementPage, AnnouncementView>(200, page, new(target, ballots.ViewOf(target, ballot), result, day));
    }

    /// <summary>The papers say that the result is certified: before, they would not be true.</summary>
    private static VoteNote NoPaper(BallotTarget target, VoteTexts texts, bool tallied) =>
        new(target, texts.NoResult, tallied ? texts.NotCertified : texts.NotPublished);

    /// <summary>Administrators see result and papers before publication, to sign them; anyone after it.</summary>
    private static ResultView? Shown(LiveBallot ballot, Caller? caller, BallotTarget target) =>
        ballot.State.Tally is { } tally
        && (ballot.State.Published is not null || Caller.Refuse(caller, target.Campaign.Id, CallerRole.Admin) is null)
            ? ContestView.Of(ballot, tally)
            : null;

    private async Task<ReceiptAnswer> CheckAsync(
        BallotTarget target,
        LiveBallot ballot,
        string receipt,
        PageContext page,
        CancellationToken ct
    )
    {
        var texts = page.Texts<VoteTexts>();
        if (ballots.PhaseOf(ballot) is not BallotPhase.Closed)
            return new(false, texts.AfterClose);

        return VoteReceipt.Normalise(receipt) is { } code && (await receipts.OfAsync(target, ballot, ct)).Contains(VoteReceipt.Number(code))
            ? new(true, page.Fill(texts.Counted, code))
            : new(false, texts.NotCounted);
    }
}
