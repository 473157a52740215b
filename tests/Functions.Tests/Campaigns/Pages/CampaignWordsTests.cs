using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Campaigns.Pages;
using CddFunctions.Tests.Web;
using CddFunctions.Web;

namespace CddFunctions.Tests.Campaigns.Pages;

public sealed class CampaignWordsTests
{
    private static readonly PageContext Thai = new(English: false, PagesSite.Now, Rehearsal: false, null);
    private static readonly Campaign Rayong = Definitions.Read(Definitions.Load(Definitions.Rayong)).Campaign!;
    private static readonly CampaignView View = new(
        Rayong,
        1,
        new(Rayong),
        new Dictionary<string, IReadOnlyList<Unit>>(),
        InForce: true,
        Admin: true
    );

    [Fact]
    public void Every_value_that_is_shown_has_words_in_both_languages()
    {
        string[] keys =
        [
            .. Keys<Basis>(),
            .. Keys<SourceKind>(),
            .. Keys<MilestoneKind>(),
            .. Keys<DecisionStatus>(),
            .. Keys<ContradictionWeight>(),
            .. Keys<ChangeOp>(),
            .. Keys<FieldsBasis>(),
            .. Keys<Signature>(),
            .. Keys<FieldKind>(),
            .. Keys<ElementChangeKind>(),
        ];

        Assert.Equal(keys.Order(), PageTexts.In<CampaignTexts>(english: false).Words.Keys.Order());
        Assert.Equal(keys.Order(), PageTexts.In<CampaignTexts>(english: true).Words.Keys.Order());
    }

    [Fact]
    public void Every_section_of_a_campaign_file_has_a_name()
    {
        Assert.Empty(
            Definitions
                .Load(Definitions.Rayong)
                .Select(m => m.Key)
                .Except(PageTexts.In<CampaignTexts>(english: false).Collections.Keys)
                .Except(["$schema"])
        );
    }

    [Fact]
    public void A_letter_is_called_by_its_number_and_by_its_title_when_it_has_none()
    {
        Assert.Equal("หนังสือที่ รย ๐๐๑๙/ว ๘๐", CampaignWords.Source(Thai, Rayong.Sources.Single(s => s.Id == "ry-l0")));
        Assert.Equal(
            "letter รย 0019/ว 80",
            CampaignWords.Source(Thai with { English = true }, Rayong.Sources.Single(s => s.Id == "ry-l0"))
        );
        Assert.Equal("แผนการขับเคลื่อนการดำเนินงานโครงการฯ", CampaignWords.Source(Thai, Rayong.Sources.Single(s => s.Id == "ry-a2")));
    }

    [Fact]
    public void Dates_stand_with_their_weekday_periods_with_both_ends_and_months_without_days()
    {
        var day = new DateOnly(2024, 5, 15);
        Assert.Equal("วันพุธที่ ๑๕ พฤษภาคม พ.ศ. ๒๕๖๗", CampaignWords.When(Thai, Milestone(on: day)));
        Assert.Equal(
            "วันพุธที่ ๑๕ พฤษภาคม พ.ศ. ๒๕๖๗ เวลา ๑๒.๐๐ น.",
            CampaignWords.When(Thai, Milestone(on: day) with { Time = new(12, 0) })
        );
        Assert.Equal(
            "วันพฤหัสบดีที่ ๙ พฤษภาคม พ.ศ. ๒๕๖๗ – วันพุธที่ ๑๕ พฤษภาคม พ.ศ. ๒๕๖๗",
            CampaignWords.When(Thai, Milestone() with { From = day.AddDays(-6), To = day })
        );
        Assert.Equal(
            "พฤษภาคม พ.ศ. ๒๕๖๗",
            CampaignWords.When(Thai, Milestone() with { From = new(2024, 5, 1), To = new(2024, 5, 31), Precision = Precision.Month })
        );
        Assert.Equal(
            "พฤษภาคม พ.ศ. ๒๕๖๗ – มิถุนายน พ.ศ. ๒๕๖๗",
            CampaignWords.When(Thai, Milestone() with { From = new(2024, 5, 1), To = new(2024, 6, 30), Precision = Precision.Month })
        );
        Assert.Equal(
            "May 2024",
            CampaignWords.When(
                Thai with
                {
                    English = true,
                },
                Milestone() with
                {
                    From = new(2024, 5, 1),
                    To = new(2024, 5, 31),
                    Precision = Precision.Month,
                }
            )
        );
    }

    public static TheoryData<Field, string> FieldLimits() =>
        new()
        {
            { Field(FieldKind.Text), "" },
            { Field(FieldKind.Text) with { MaxLength = 4000 }, "ไม่เกิน 4,000 ตัวอักษร" },
            { Field(FieldKind.Money) with { Min = 0, Max = 100_000.5m }, "0 ถึง 100,000.5" },
            { Field(FieldKind.Money) with { Min = 1 }, "ไม่น้อยกว่า 1" },
            { Field(FieldKind.Money) with { Max = 9 }, "ไม่เกิน 9" },
            { Field(FieldKind.Table) with { ExactItems = 15 }, "15 รายการพอดี" },
            { Field(FieldKind.Table) with { MinItems = 1, MaxItems = 3 }, "1 ถึง 3 รายการ" },
            { Field(FieldKind.Table) with { MinItems = 2 }, "อย่างน้อย 2 รายการ" },
            { Field(FieldKind.Choices) with { MaxItems = 2, Options = [new("a", "กอ", "Ay")] }, "ไม่เกิน 2 · เลือกจาก: กอ" },
            { Field(FieldKind.File) with { MaxPages = 10, Page = "A4", MaxMegabytes = 50 }, "ไม่เกิน 10 หน้า A4 · ไม่เกิน 50 เมกะไบต์" },
            { Field(FieldKind.Video) with { MaxSeconds = 180 }, "ไม่เกิน 180 วินาที" },
            { Field(FieldKind.Unit) with { Level = "district" }, "เลือกจากระดับอำเภอ" },
            { Field(FieldKind.Table) with { UniqueBy = ["a"], Columns = [Field(FieldKind.Text)] }, "ห้ามซ้ำ: ก" },
        };

    [Theory]
    [MemberData(nameof(FieldLimits))]
    public void Limits_are_said_in_words(Field field, string words) =>
        Assert.Equal(words, string.Join(" · ", CampaignWords.Limits(Thai, View, field)));

    [Fact]
    public void Every_pointer_of_the_shipped_programmes_has_a_name()
    {
        foreach (var definition in new[] { Rayong, Definitions.Read(Definitions.Load(Definitions.Phayao)).Campaign! })
        {
            var names = new CampaignNames(definition);
            var ids = definition
                .Contradictions.SelectMany(c => c.Affects)
                .Concat(definition.OpenQuestions.SelectMany(q => q.Blocks ?? []).Concat(definition.OpenQuestions.Select(q => q.Ask)))
                .Concat(definition.Contradictions.Select(c => c.Decides).OfType<string>())
                .Concat(definition.Rounds.SelectMany(r => r.Gate ?? []).Concat(definition.Ballots.SelectMany(b => b.Gate ?? [])))
                .Concat(
                    definition.Tasks.SelectMany(t =>
                        new[] { t.Owner, t.Per, t.To, t.Form, t.Reviewer, t.Choice, t.Aggregates }.OfType<string>()
                    )
                );

            Assert.DoesNotContain(ids, id => names.Of(id).Th == id);
        }
    }

    private static IEnumerable<string> Keys<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(n => $"{typeof(T).Name}.{n}");

    private static Milestone Milestone(DateOnly? on = null) => new("m", "ก", "A", MilestoneKind.Deadline, [], On: on);

    private static Field Field(FieldKind kind) => new("a", kind, "ก", "A", []);
}
