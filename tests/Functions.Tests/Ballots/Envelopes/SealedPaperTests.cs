using System.Security.Cryptography;
using CddFunctions.Ballots.Envelopes;

namespace CddFunctions.Tests.Ballots.Envelopes;

public sealed class SealedPaperTests : IDisposable
{
    private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void What_was_sealed_is_opened() => Assert.Equal([7, 0, 9], Open(Seal(7, 0, 9), 3));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void All_papers_of_a_ballot_are_as_long_and_none_is_twice_the_same(int contests)
    {
        var papers = Enumerable.Range(0, 20).Select(n => Seal([.. Enumerable.Repeat((ulong)(n * 1_000_003), contests)])).ToList();

        Assert.Equal(337, Assert.Single(papers.Select(p => p.Length).Distinct()));
        Assert.Equal(20, papers.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void A_paper_with_one_bit_changed_cannot_be_opened()
    {
        var paper = Seal(7);
        for (var i = 0; i < paper.Length; i += 7)
        {
            var changed = paper.ToArray();
            changed[i] ^= 1;
            Assert.Null(Open(changed, 1));
        }
    }

    [Fact]
    public void A_paper_of_another_ballot_another_key_or_another_length_cannot_be_opened()
    {
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

        Assert.Null(SealedPaper.Open(_key, "c:other", Seal(7), 1));
        Assert.Null(SealedPaper.Open(other, "c:b", Seal(7), 1));
        Assert.Null(Open(Seal(7)[..^1], 1));
        Assert.Null(Open([], 1));
        Assert.Null(Open(Seal(7), 60));
    }

    [Fact]
    public void The_receipt_is_eighty_bits_of_the_hash_and_comes_back_from_what_somebody_types()
    {
        var paper = Seal(7);
        var receipt = VoteReceipt.Of(paper);

        Assert.Matches("^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$", receipt);
        Assert.Equal(receipt, VoteReceipt.Text(VoteReceipt.Number(receipt)));
        Assert.Equal(receipt, VoteReceipt.Normalise(receipt.ToLowerInvariant().Replace("-", " ")));
        Assert.Null(VoteReceipt.Normalise(receipt[1..]));
        Assert.Null(VoteReceipt.Normalise("0" + receipt[1..]));
        Assert.NotEqual(receipt, VoteReceipt.Of(Seal(7)));
    }

    [Fact]
    public void Receipts_sort_as_their_numbers()
    {
        var numbers = Enumerable
            .Range(0, 200)
            .Select(_ => VoteReceipt.Number(VoteReceipt.Of(RandomNumberGenerator.GetBytes(8))))
            .Order()
            .ToList();

        Assert.Equal(numbers.Select(VoteReceipt.Text).Order(StringComparer.Ordinal), numbers.Select(VoteReceipt.Text));
    }

    public void Dispose() => _key.Dispose();

    private byte[] Seal(params ulong[] choices) => SealedPaper.Seal(_key.ExportSubjectPublicKeyInfo(), "c:b", choices);

    private ulong[]? Open(byte[] paper, int contests) => SealedPaper.Open(_key, "c:b", paper, contests);
}
