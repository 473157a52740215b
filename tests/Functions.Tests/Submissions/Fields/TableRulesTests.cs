using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Tests.Submissions.Fields;

public sealed class TableRulesTests
{
    private static readonly RowPaths FromZero = new("lines", i => i);

    [Theory]
    [InlineData(null, null, 15, 14, "wrong-number")]
    [InlineData(null, null, 15, 15, null)]
    [InlineData(null, null, 15, 16, "wrong-number")]
    [InlineData(2, null, null, 1, "too-few")]
    [InlineData(2, null, null, 2, null)]
    [InlineData(null, 3, null, 3, null)]
    [InlineData(null, 3, null, 4, "too-many")]
    [InlineData(2, 3, null, 0, "too-few")]
    [InlineData(null, null, null, 0, null)]
    [InlineData(null, null, null, 500, null)]
    public void The_number_of_rows_keeps_to_its_limits(int? min, int? max, int? exact, int rows, string? code)
    {
        var table = Table() with { MinItems = min, MaxItems = max, ExactItems = exact };

        Assert.Equal(
            code is null ? [] : [("lines", code)],
            Faults(table, [.. Enumerable.Range(0, rows).Select(i => new JsonObject { ["name"] = $"{i}" })])
        );
    }

    [Theory]
    [InlineData("{}", "3")]
    [InlineData("""{"no":"-"}""", "3")]
    [InlineData("""{"no":null}""", "3")]
    [InlineData("""{"no":"๗."}""", "๗")]
    [InlineData("""{"no":8}""", "8")]
    public void A_row_without_a_running_number_gets_its_place(string given, string number)
    {
        Field[] columns = [new("no", FieldKind.Integer, "ที่", "No.", [], Max: 15)];
        var row = Json.Read<Dictionary<string, System.Text.Json.JsonElement>>(System.Text.Encoding.UTF8.GetBytes(given));
        Assert.False(row.IsRefused(out _, out var cells));

        TableRules.GiveNumber(columns, cells, 3);

        Assert.Equal(number, cells["no"].ToString());
    }

    [Theory]
    [InlineData("ก", "ข", false)]
    [InlineData("ก", "ก", true)]
    [InlineData("น้ำ", "นํ้า", true)]
    [InlineData("สมมติ 1", "สมมติ๑", true)]
    [InlineData("Test", "test ", true)]
    [InlineData("", "", false)]
    [InlineData(" ", "\u200b", false)]
    [InlineData(null, null, false)]
    public void Values_that_look_the_same_repeat_and_empty_ones_do_not(string? first, string? second, bool repeats) =>
        Assert.Equal(
            repeats ? [("lines[1].name", "duplicate")] : [],
            Faults(Table() with { UniqueBy = ["name"] }, [new JsonObject { ["name"] = first }, new JsonObject { ["name"] = second }])
        );

    [Theory]
    [InlineData("ก", "ข", "ก", "ข", true)]
    [InlineData("ก", "ข", "ก", "ค", false)]
    [InlineData("ก", "ข", "ข", "ก", false)]
    [InlineData("กข", "ค", "ก", "ขค", false)]
    [InlineData("ก", null, "ก", null, true)]
    [InlineData("ก", null, null, "ก", false)]
    public void Columns_repeat_together_each_in_its_place(
        string? given,
        string? family,
        string? otherGiven,
        string? otherFamily,
        bool repeats
    ) =>
        Assert.Equal(
            repeats ? [("lines[1].given", "duplicate")] : [],
            Faults(Table() with { UniqueBy = ["given", "family"] }, [Name(given, family), Name(otherGiven, otherFamily)])
        );

    [Fact]
    public void A_telephone_number_repeats_in_any_table_but_other_columns_may()
    {
        var table = Table() with { Columns = [new("phone", FieldKind.Phone, "ก", "A", []), new("role", FieldKind.Text, "ข", "B", [])] };

        Assert.Equal(
            [("lines[1].phone", "duplicate-phone"), ("lines[3].phone", "duplicate-phone")],
            Faults(table, [Call("+6680"), Call("+6680"), Call(null), Call("+6680")])
        );
    }

    [Fact]
    public void A_roster_names_rows_as_the_sheet_counts_them_and_says_which_came_first()
    {
        var faults = new FieldFaults();

        TableRules.Check(Table() with { UniqueBy = ["name"] }, [Named("ก"), Named("ข"), Named("ก")], new("rows", i => i + 4), faults);
        TableRules.Check(Table() with { UniqueBy = ["name"] }, [Named("ก"), Named("ก")], FromZero with { Shown = 1 }, faults);

        Assert.Equal(["rows[6].name", "lines[1].name"], faults.All.Select(f => f.Path));
        Assert.Equal(["ซ้ำกับแถวที่ ๔", "ซ้ำกับแถวที่ ๑"], faults.All.Select(f => f.Message.Th));
        Assert.Equal(["Repeats row 4.", "Repeats row 1."], faults.All.Select(f => f.Message.En));
    }

    private static Field Table() => new("lines", FieldKind.Table, "รายการ", "Lines", []);

    private static JsonObject Name(string? given, string? family) => new() { ["given"] = given, ["family"] = family };

    private static JsonObject Named(string name) => new() { ["name"] = name };

    private static JsonObject Call(string? phone) => new() { ["phone"] = phone, ["role"] = "เหมือนกัน" };

    private static (string Path, string Code)[] Faults(Field table, JsonArray rows)
    {
        var faults = new FieldFaults();
        TableRules.Check(table, rows, FromZero, faults);
        return [.. faults.All.Select(f => (f.Path, f.Code))];
    }
}
