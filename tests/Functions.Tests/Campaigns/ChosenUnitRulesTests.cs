using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Tests.Campaigns;

public sealed class ChosenUnitRulesTests
{
    private static readonly Unit[] Districts =
    [
        new("2101", "district", "เมืองระยอง", "Mueang"),
        new("2102", "district", "บ้านฉาง", "Ban Chang"),
    ];

    [Theory]
    [InlineData("210101", null)]
    [InlineData("๒๑๐๑๐๑", null)]
    [InlineData(" 210101 ", null)]
    [InlineData("2101", "level")]
    [InlineData("21010101", "level")]
    [InlineData("21010a", "level")]
    [InlineData("", "level")]
    [InlineData("210301", "inside")]
    [InlineData("560101", "inside")]
    [InlineData("210199", "name")]
    public void A_code_belongs_to_the_level_lies_inside_and_has_a_name(string code, string? fault)
    {
        var errors = Read(new(null, 9), null, new ChooseUnits.UnitChoice(code)).Errors;

        if (fault is null)
            Assert.Empty(errors);
        else
            Assert.Contains(fault, Assert.Single(errors, e => e.Path == "units[0]").Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(1, null, true)]
    [InlineData(100, null, true)]
    [InlineData(101, null, false)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 100, true)]
    [InlineData(1, 101, false)]
    public void A_name_has_1_to_100_characters(int thai, int? english, bool allowed)
    {
        var choice = new ChooseUnits.UnitChoice("210199", new('ก', thai), english is { } n ? new('a', n) : null);

        Assert.Equal(allowed, Read(new(null, 9), null, choice).Errors.Count == 0);
    }

    [Theory]
    [InlineData(2, 3, 0, true)]
    [InlineData(2, 3, 1, true)]
    [InlineData(2, 3, 2, true)]
    [InlineData(2, 3, 3, true)]
    [InlineData(2, 3, 4, false)]
    [InlineData(3, 3, 2, true)]
    [InlineData(3, 3, 3, true)]
    [InlineData(null, 3, 0, true)]
    [InlineData(1, null, 0, true)]
    [InlineData(3, 3, 4, false)]
    public void Fewer_than_the_set_asks_for_may_be_chosen_and_no_more(int? min, int? max, int chosen, bool allowed) =>
        Assert.Equal(allowed ? [] : ["wrong-number"], Read(new(min, max), null, Tambons("2101", chosen)).Errors.Select(e => e.Code));

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 2, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(3, 0, 1)]
    [InlineData(3, 3, 2)]
    public void No_parent_holds_more_than_its_own_number(int inFirst, int inSecond, int wrong) =>
        Assert.Equal(
            Enumerable.Repeat("wrong-number-in-parent", wrong),
            Read(new(null, 9), new(1, 2), [.. Tambons("2101", inFirst), .. Tambons("2102", inSecond)]).Errors.Select(e => e.Code)
        );

    [Fact]
    public void A_code_named_twice_is_refused_at_its_second_row_also_in_Thai_digits()
    {
        var errors = Read(new(null, 9), null, new("210101"), new("210102"), new("๒๑๐๑๐๑")).Errors;

        Assert.Equal(["units[2]"], errors.Select(e => e.Path));
    }

    [Fact]
    public void Names_come_from_the_register_unless_they_are_given()
    {
        var units = Read(new(null, 9), null, new("210101"), new("210102", " ชื่ออื่น ", "Other")).Units;

        Assert.Equal([new ChosenUnit("210101", Areas.Find("210101")!.Th, null), new("210102", "ชื่ออื่น", "Other")], units);
    }

    [Fact]
    public void What_stays_counts_too_and_what_is_named_again_counts_once()
    {
        ChosenUnit[] kept = [new("210101", "ก", null), new("210201", "ข", null)];

        Assert.Empty(ReadWith(new(null, 3), null, kept, "", new ChooseUnits.UnitChoice("210102")).Errors);
        Assert.Empty(
            ReadWith(new(null, 3), null, kept, "", new ChooseUnits.UnitChoice("210101"), new ChooseUnits.UnitChoice("210102")).Errors
        );
        Assert.Equal(
            "wrong-number",
            Assert
                .Single(
                    ReadWith(
                        new(null, 3),
                        null,
                        kept,
                        "",
                        new ChooseUnits.UnitChoice("210102"),
                        new ChooseUnits.UnitChoice("210103")
                    ).Errors
                )
                .Code
        );
        Assert.Equal(
            "wrong-number-in-parent",
            Assert.Single(ReadWith(new(null, 9), new(null, 1), kept, "", new ChooseUnits.UnitChoice("210102")).Errors).Code
        );
    }

    [Theory]
    [InlineData("2101", true)]
    [InlineData("", true)]
    [InlineData("2102", false)]
    public void An_office_names_only_what_is_inside_it(string scope, bool allowed) =>
        Assert.Equal(allowed ? 0 : 1, ReadWith(new(null, 9), null, [], scope, new ChooseUnits.UnitChoice("210101")).Errors.Count);

    [Theory]
    [InlineData("210101", "21010101", true)]
    [InlineData("210101", "21010201", false)]
    [InlineData("2101", "21010101", true)]
    [InlineData("210101", "2101", false)]
    [InlineData("210101", "210101", true)]
    public void What_lies_inside_a_dropped_unit_is_stranded(string dropped, string chosen, bool stranded) =>
        Assert.Equal(stranded ? [chosen] : [], ChosenUnitRules.Stranded([dropped], [new(chosen, "x", "ก", "A")]));

    private static (IReadOnlyList<ChosenUnit> Units, IReadOnlyList<CddFunctions.Platform.FieldError> Errors) Read(
        Count count,
        Count? perParent,
        params ChooseUnits.UnitChoice[] choices
    ) => ReadWith(count, perParent, [], "", choices);

    private static (IReadOnlyList<ChosenUnit> Units, IReadOnlyList<CddFunctions.Platform.FieldError> Errors) ReadWith(
        Count count,
        Count? perParent,
        IReadOnlyList<ChosenUnit> kept,
        string scope,
        params ChooseUnits.UnitChoice[] choices
    )
    {
        var chosen = new ChosenUnits("districts", "chief", perParent);
        return ChosenUnitRules.Read(new("tambons", "ก", "A", "tambon", count, [], Chosen: chosen), chosen, Districts, choices, kept, scope);
    }

    private static ChooseUnits.UnitChoice[] Tambons(string district, int count) =>
        [.. Enumerable.Range(1, count).Select(i => new ChooseUnits.UnitChoice($"{district}{i:00}", "ก"))];
}
