using CddFunctions.Campaigns;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Submissions.Ledger.Pages;
using CddFunctions.Tests.Campaigns;

namespace CddFunctions.Tests.Submissions.Ledger.Pages;

public sealed class DueWordsTests
{
    private static readonly LaunchedCampaign Phayao = new(Definitions.Read(Definitions.Load(Definitions.Phayao)).Campaign!, 1, "sha");
    private static readonly DateTimeOffset Now = new(2021, 3, 20, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("t-kickoff", false, "ดำเนินการระหว่าง ๑๗ - ๑๙ กุมภาพันธ์ ๒๕๖๔")]
    [InlineData("t-kickoff", true, "Takes place Wed 17 Feb 2021 – Fri 19 Feb 2021")]
    [InlineData("t-database", false, "ไม่มีกำหนดส่ง")]
    public void A_period_is_said_where_there_is_no_deadline(string task, bool english, string words) =>
        Assert.Equal(words, Of(task, english, ObligationState.Open));

    [Fact]
    public void A_deadline_is_said_with_the_days_that_are_left_while_it_is_owed()
    {
        Assert.EndsWith("(อีก ๓ วัน)", Of("t-roster-district", false, ObligationState.Open));
        Assert.DoesNotContain("วัน)", Of("t-roster-district", false, ObligationState.Accepted));
    }

    private static string Of(string task, bool english, ObligationState state)
    {
        var found = Phayao.FindTask(task)!;
        return DueWords.Of(new(english, Now, false, null), Phayao, found, new(task, "56", "พะเยา", DueRules.DueAt(Phayao, found), state));
    }
}
