using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using static CddFunctions.Tests.Platform.Audit.Chains;

namespace CddFunctions.Tests.Platform.Audit;

public sealed class AuditRulesTests
{
    /// <summary>Computed with a shell, not with this program: <c>printf '%s\n' made-up 1 … | head -c -1 | sha256sum</c>.</summary>
    private const string FirstHash = "485fca948cddcf173d4eb0ee9cfb76fe35602de75c1c58e580f0428ba7598b07";

    [Fact]
    public void An_entry_can_be_checked_by_anybody_with_what_the_documentation_says()
    {
        var entry = AuditEntry.After(
            1,
            AuditEntry.Start,
            AuditAct.Of(Campaign, Officer, AuditDeed.HandedInAgain, "t-plan:2101", "receipt=AAAAA-BBBBB revision=1", At)
        );

        Assert.Equal(FirstHash, entry.Hash);
        Assert.Equal("handed-in-again", entry.What);
    }

    [Fact]
    public void A_chain_as_it_was_written_is_whole_to_its_end()
    {
        var chain = Of(5);

        Assert.Equal(new(chain[^1].End, null), Check(chain, chain[2].End));
        Assert.Equal(new(AuditAnchor.Start, null), Check([]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_changed_entry_is_named_whatever_was_changed(int n)
    {
        foreach (
            var change in (Func<AuditEntry, AuditEntry>[])
                [
                    e => e with { At = e.At.AddTicks(1) },
                    e => e with { By = "link-2" },
                    e => e with { Role = "admin" },
                    e => e with { What = "revised" },
                    e => e with { Subject = "t-plan:9" },
                    e => e with { Detail = "x" },
                    e => e with { Hash = AuditEntry.Start },
                ]
        )
        {
            Assert.Equal(new(n, AuditBreak.Changed), Check(Changed(Of(5), n, change)).Fault);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_missing_entry_is_named(int n) => Assert.Equal(new(n, AuditBreak.Missing), Check(Of(5).Where(b => b.First != n)).Fault);

    [Fact]
    public void Entries_that_changed_places_are_found_at_the_first_of_them()
    {
        var chain = Of(5);
        (chain[1], chain[3]) = (chain[3] with { First = 2 }, chain[1] with { First = 4 });

        Assert.Equal(new(chain[0].End, new(2, AuditBreak.Missing)), Check(chain));
    }

    [Fact]
    public void An_entry_made_anew_with_its_own_hash_no_longer_leads_to_the_next()
    {
        var forged = Changed(Of(5), 3, e => AuditEntry.After(3, e.Previous, AuditAct.Of(Campaign, null, AuditDeed.LinkMade, "x", "", At)));

        Assert.Equal(new(4, AuditBreak.Unlinked), Check(forged).Fault);
        Assert.Equal(new(3, AuditBreak.Rewritten), Check(forged, Of(5)[2].End).Fault);
    }

    [Fact]
    public void An_entry_of_another_programme_does_not_fit() => Assert.Equal(new(1, AuditBreak.Changed), Check(Of(1, "other")).Fault);

    [Fact]
    public void An_entry_put_in_between_and_an_unreadable_one_are_named()
    {
        var chain = Of(3);

        Assert.Equal(new(2, AuditBreak.Unlinked), Check([chain[0], chain[1], chain[1], chain[2]]).Fault);
        Assert.Equal(new(2, AuditBreak.Changed), Check([chain[0], chain[1] with { Entries = [] }, chain[2]]).Fault);
    }

    [Fact]
    public void The_longest_entries_fit_into_a_document()
    {
        const char worst = '<'; // six bytes in JSON; nothing that is written down holds one
        var deed = new Deed(
            Campaign,
            new(worst, AuditAct.LongestBy),
            "system",
            AuditEntry.Word(AuditDeed.CloseExtensionProposed),
            new(worst, AuditAct.LongestSubject),
            new(worst, AuditAct.LongestDetail),
            At
        );
        var entry = AuditEntry.After(999_999_999_999, AuditEntry.Start, deed);
        var document = new AuditDocument(
            [.. Enumerable.Repeat(entry, AuditBlock.MostEntries)],
            [.. Enumerable.Repeat($"{Guid.Empty:N}", AuditBlock.MostEntries)]
        );

        Assert.InRange(document.ToBody().Length, 1, DocumentLimits.BodyBytes);
    }

    [Theory]
    [InlineData("a\nb", "")]
    [InlineData("", "")]
    [InlineData("a", "x\u0000")]
    public void What_would_blur_the_hash_is_refused(string subject, string detail) =>
        Assert.Throws<InvalidOperationException>(() => AuditAct.Of(Campaign, Officer, AuditDeed.HandedIn, subject, detail, At));

    [Fact]
    public void What_is_too_long_is_refused()
    {
        var longest = AuditAct.LongestDetail - " late=yes".Length; // an entry that comes late says so
        Assert.NotNull(Long(AuditAct.LongestSubject, longest));
        Assert.Throws<InvalidOperationException>(() => Long(AuditAct.LongestSubject + 1, 0));
        Assert.Throws<InvalidOperationException>(() => Long(1, longest + 1));
    }

    [Theory]
    [InlineData("", "late=yes")]
    [InlineData("receipt=AAAAA-BBBBB revision=1", "receipt=AAAAA-BBBBB revision=1 late=yes")]
    public void A_late_entry_says_so_and_keeps_its_moment(string detail, string late)
    {
        var deed = AuditAct.Of(Campaign, Officer, AuditDeed.HandedIn, "t-plan:2101", detail, At);

        Assert.Equal(deed with { Detail = late }, AuditAct.Late(deed));
    }

    private static Deed Long(int subject, int detail) =>
        AuditAct.Of(Campaign, Officer, AuditDeed.HandedIn, new('x', subject), new('x', detail), At);

    private static IEnumerable<AuditBlock> Changed(List<AuditBlock> chain, int n, Func<AuditEntry, AuditEntry> change) =>
        chain.Select(b => b.First == n ? b with { Entries = [change(b.Entries[0])] } : b);
}
