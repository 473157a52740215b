using CddFunctions.Web;

namespace CddFunctions.Tests.Web;

public sealed class PageContextTests
{
    // One minute before midnight in Bangkok: already the next day where UTC is read as local.
    private static readonly DateTimeOffset Due = new(2024, 2, 22, 16, 59, 59, TimeSpan.Zero);

    [Theory]
    [InlineData(false, true, "ภายในวันพฤหัสบดีที่ ๒๒ กุมภาพันธ์ ๒๕๖๗ เวลา ๒๓.๕๙ น. (เกินกำหนด ๓ วัน)")]
    [InlineData(true, true, "Due by Thu 22 Feb 2024, 23:59 (3 days overdue)")]
    [InlineData(false, false, "กำหนดส่งวันพฤหัสบดีที่ ๒๒ กุมภาพันธ์ พ.ศ. ๒๕๖๗ เวลา ๒๓.๕๙ น.")]
    [InlineData(true, false, "Due Thu 22 Feb 2024, 23:59")]
    public void Days_left_or_over_are_said_only_while_somebody_owes(bool english, bool owed, string expected) =>
        Assert.Equal(expected, Page(english).Due(Due, owed));

    [Theory]
    [InlineData(false, "ไม่มีกำหนดส่ง")]
    [InlineData(true, "No due date")]
    public void A_task_without_a_date_says_so(bool english, string expected) => Assert.Equal(expected, Page(english).Due(null, owed: true));

    private static PageContext Page(bool english) => new(english, PagesSite.Now, Rehearsal: false, null);
}
