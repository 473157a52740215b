using System.Security.Cryptography;
using CddFunctions.Ballots;
using CddFunctions.Ballots.Roll;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Tests.Ballots.Roll;

public sealed class CodesTests
{
    [Fact]
    public async Task Right_wrong_and_dead_codes_read_the_store_equally_often()
    {
        var lab = new BallotLab();
        var roll = await lab.FreezeAsync(5);
        var codes = lab.Get<Codes>();
        var book = await lab.Get<RollBooks>().OfAsync(lab.Target, await lab.StateAsync(), default);
        var key = RollEntry.Parse(roll[0])!.Value;
        var dead = await codes.CurrentAsync(lab.Target, key, default);
        var renewed = await codes.ReissueAsync(lab.Target, key, Reissued(lab), default);
        var first = await codes.CurrentAsync(lab.Target, RollEntry.Parse(roll[1])!.Value, default);
        var wrong = VoterCode.From(RandomNumberGenerator.GetBytes(8));

        var reads = new List<(string? Code, bool Found, int Reads)>();
        foreach (var code in (string?[])[dead, renewed, first, wrong, null])
        {
            var before = lab.Documents.Reads;
            var found = await codes.FindAsync(lab.Target, book, code, default);
            reads.Add((code, found is not null, lab.Documents.Reads - before));
        }

        Assert.Equal([false, true, true, false, false], reads.Select(r => r.Found));
        Assert.Equal(2, Assert.Single(reads.Select(r => r.Reads).Distinct()));
    }

    [Fact]
    public async Task Codes_are_not_in_the_store_and_their_hashes_need_the_secret()
    {
        var lab = new BallotLab();
        var roll = await lab.FreezeAsync(5);
        var code = await lab.Get<Codes>().ReissueAsync(lab.Target, RollEntry.Parse(roll[0])!.Value, Reissued(lab), default);

        var everything = string.Concat(lab.Documents.All.Select(d => d.Id + System.Text.Encoding.UTF8.GetString(d.Body.Span)));

        Assert.DoesNotContain(code, everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code))),
            everything,
            StringComparison.Ordinal
        );
    }

    private static Deed Reissued(BallotLab lab) => lab.Get<BallotRecord>().Of(lab.Target, BallotLab.Admin("a"), AuditDeed.CodeReissued);
}
