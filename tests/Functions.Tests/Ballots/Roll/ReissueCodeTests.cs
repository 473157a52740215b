using CddFunctions.Ballots;
using CddFunctions.Ballots.Roll;
using CddFunctions.Platform;
using CddFunctions.Platform.Audit;

namespace CddFunctions.Tests.Ballots.Roll;

public sealed class ReissueCodeTests
{
    private readonly BallotLab _lab = new();

    [Fact]
    public async Task The_new_code_opens_the_paper_of_its_voter_and_the_deed_is_on_record_without_it()
    {
        var roll = await _lab.FreezeAsync(3);
        var first = await _lab.Get<Codes>().CurrentAsync(_lab.Target, RollEntry.Parse(roll[0])!.Value, default);

        var answer = BallotLab.Must(await ReissueAsync(roll[0])).Code;

        Assert.NotEqual(VoterCode.Show(first), answer);
        var book = await _lab.Get<RollBooks>().OfAsync(_lab.Target, await _lab.StateAsync(), default);
        var voter = await _lab.Get<Codes>().FindAsync(_lab.Target, book, VoterCode.Normalise(answer), default);
        Assert.Equal(RollEntry.Parse(roll[0]), voter?.Key);
        var line = (await _lab.Get<BallotRecord>().ReadAsync(_lab.Target, default)).Lines[^1];
        Assert.Equal((AuditEntry.Word(AuditDeed.CodeReissued), "b", $"entry={roll[0]}"), (line.What, line.By, line.Detail));
    }

    [Fact]
    public async Task Before_the_freeze_and_for_somebody_else_there_is_none()
    {
        Assert.Equal("roll-not-frozen", BallotLab.Refusal(await ReissueAsync("0123456789abcdef")));
        await _lab.FreezeAsync(3);

        Assert.Equal("voter-not-found", BallotLab.Refusal(await ReissueAsync("0123456789abcdef")));
        Assert.Equal("voter-not-found", BallotLab.Refusal(await ReissueAsync("nobody")));
    }

    private Task<Outcome<CodeRequest>> ReissueAsync(string entry) =>
        _lab.Get<ReissueCode>().RunAsync(_lab.Target, BallotLab.Admin("b"), entry, default);
}
