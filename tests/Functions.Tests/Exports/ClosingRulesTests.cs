using System.Text;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Exports;
using CddFunctions.Submissions.Ledger;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Exports;

public sealed class ClosingRulesTests
{
    private static readonly DateTimeOffset Due = MadeUpCampaign.LastSecond;

    [Theory]
    [InlineData(0, null, 0, ClosingStep.Make)]
    [InlineData(1440, null, 0, ClosingStep.Make)]
    [InlineData(1441, null, 0, ClosingStep.Miss)]
    [InlineData(5, ClosingState.Begun, 0, ClosingStep.Leave)]
    [InlineData(60, ClosingState.Begun, 29, ClosingStep.Leave)]
    [InlineData(60, ClosingState.Begun, 30, ClosingStep.Make)]
    [InlineData(1441, ClosingState.Begun, 30, ClosingStep.Miss)]
    [InlineData(60, ClosingState.Begun, -30, ClosingStep.Make)]
    [InlineData(60, ClosingState.Made, 50, ClosingStep.Leave)]
    [InlineData(60, ClosingState.Missed, 50, ClosingStep.Leave)]
    [InlineData(9999, ClosingState.Made, 9000, ClosingStep.Leave)]
    public void An_instant_is_made_once_taken_up_again_after_half_an_hour_and_missed_after_a_day(
        int minutesSinceClose,
        ClosingState? state,
        int minutesSinceSeen,
        ClosingStep step
    )
    {
        var now = Due.AddMinutes(minutesSinceClose);
        var known = state is { } s ? new ClosingRecord(Due, "", s, now.AddMinutes(-minutesSinceSeen)) : null;

        Assert.Equal(step, ClosingRules.Decide(Due, known, now));
    }

    [Theory]
    [InlineData("2024-05-20T05:00:00.999Z", "")]
    [InlineData("2024-05-20T05:00:01Z", "20240520T050000Z")]
    [InlineData("2024-05-20T16:59:59.999Z", "20240520T050000Z")]
    [InlineData("2024-05-20T17:00:00Z", "20240520T050000Z 20240520T165959Z")]
    [InlineData("2024-05-25T17:00:00Z", "20240520T050000Z 20240520T165959Z 20240525T165959Z")]
    [InlineData("2024-06-01T00:00:00Z", "20240520T050000Z 20240520T165959Z 20240525T165959Z 20240531T165959Z")]
    public void An_instant_has_passed_when_its_whole_second_is_over_and_equal_ones_are_one(string now, string passed) =>
        Assert.Equal(
            passed,
            string.Join(
                ' ',
                ClosingRules
                    .Passed(WithWindow(), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))
                    .Select(c => ClosingStore.Id(c.At))
            )
        );

    [Fact]
    public void The_label_says_what_closed_and_when()
    {
        var labels = ClosingRules.Passed(WithWindow(), Due.AddDays(20)).Select(c => c.Label);

        Assert.Equal(
            [
                "ณ วันครบกำหนด ๒๐ พฤษภาคม ๒๕๖๗ เวลา ๑๒.๐๐ น.: เที่ยง",
                "ณ วันครบกำหนด ๒๐ พฤษภาคม ๒๕๖๗ เวลา ๒๓.๕๙ น.: แผน <i>, ก, ข, บันทึก",
                "ณ วันสิ้นสุดช่วงดำเนินงาน ๒๕ พฤษภาคม ๒๕๖๗ เวลา ๒๓.๕๙ น.: เล่ม",
                "ณ วันสิ้นสุดการรับงานที่ส่งช้า ๓๑ พฤษภาคม ๒๕๖๗ เวลา ๒๓.๕๙ น.: แผน <i>",
            ],
            labels
        );
    }

    [Fact]
    public void A_label_names_every_kind_and_counts_what_does_not_fit()
    {
        var task = MadeUpCampaign.Launched().ManagedTasks[0];
        ClosingTime[] closed =
        [
            new(Due, ClosingKind.WindowEnd, task with { Th = "สุดท้าย" }),
            .. Enumerable.Range(1, 12).Select(i => new ClosingTime(Due, ClosingKind.Due, task with { Th = new string('ก', 20) })),
        ];

        var five = string.Join(", ", Enumerable.Repeat(new string('ก', 20), 5));
        Assert.Equal(
            $"ณ วันครบกำหนด ๒๐ พฤษภาคม ๒๕๖๗ เวลา ๒๓.๕๙ น.: {five} และอีก ๗ งาน; สิ้นสุดช่วงดำเนินงาน: สุดท้าย",
            ClosingRules.Label(Due, closed)
        );
        Assert.EndsWith(
            $": {new string('ก', 200)}",
            ClosingRules.Label(Due, [new(Due, ClosingKind.Due, task with { Th = new string('ก', 200) })])
        );
    }

    [Fact]
    public void What_is_run_elsewhere_closes_nothing_here() =>
        Assert.DoesNotContain(ClosingTimes.Of(WithWindow(t => t["managed"] = false)), c => c.Kind is ClosingKind.WindowEnd);

    /// <summary>The book is written in a window that ends on 25 May.</summary>
    private static LaunchedCampaign WithWindow(Action<JsonObject>? change = null)
    {
        var json = MadeUpCampaign.Json();
        json["milestones"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """{ "id": "m-window", "th": "ก", "en": "A", "kind": "window", "from": "2024-05-11", "to": "2024-05-25", "src": ["assumed — x"] }"""
                )
            );
        var book = json["tasks"]!.AsArray().Single(t => (string)t!["id"]! == "t-book")!.AsObject();
        book["window"] = "m-window";
        change?.Invoke(book);
        return new(CampaignFile.Parse(Encoding.UTF8.GetBytes(json.ToJsonString())).Campaign!, 1, "sha");
    }
}
