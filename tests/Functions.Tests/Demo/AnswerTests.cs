using System.Text.Json.Nodes;
using CddFunctions.Demo;

namespace CddFunctions.Tests.Demo;

public sealed class AnswerTests
{
    private static readonly Answer OnTime = new(201, """{"onTime":true}""", JsonNode.Parse("""{"onTime":true}"""), null);

    [Fact]
    public void What_the_story_expects_is_no_difference()
    {
        Assert.Null(OnTime.DifferenceFrom(Expected.OnTimely));
        Assert.Null(OnTime.DifferenceFrom(new(201)));
        Assert.Null(OnTime.DifferenceFrom(Expected.OnTimely.Saying("onTime")));
    }

    [Fact]
    public void Another_status_another_punctuality_and_missing_words_are_named()
    {
        Assert.Contains("expected 200", OnTime.DifferenceFrom(Expected.Done), StringComparison.Ordinal);
        Assert.Contains("expected onTime False", OnTime.DifferenceFrom(Expected.Late), StringComparison.Ordinal);
        Assert.Contains("expected onTime null", OnTime.DifferenceFrom(Expected.Undated), StringComparison.Ordinal);
        Assert.Contains("'late'", OnTime.DifferenceFrom(Expected.OnTimely.Saying("late")), StringComparison.Ordinal);
    }
}
