using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Submissions.Fields.Pages;
using CddFunctions.Tests.Http;
using CddFunctions.Web;

namespace CddFunctions.Tests.Submissions.Fields.Pages;

public sealed class FieldViewTests
{
    private static readonly FieldScope Scope = new(MadeUpCampaign.Launched(), English: false);
    private static readonly PageContext Page = new(false, MadeUpCampaign.Start, false, null);

    [Theory]
    [InlineData(FieldKind.Text, InputKind.Line)]
    [InlineData(FieldKind.Given, InputKind.Line)]
    [InlineData(FieldKind.Family, InputKind.Line)]
    [InlineData(FieldKind.Multiline, InputKind.Lines)]
    [InlineData(FieldKind.Integer, InputKind.Number)]
    [InlineData(FieldKind.Number, InputKind.Number)]
    [InlineData(FieldKind.Money, InputKind.Number)]
    [InlineData(FieldKind.Date, InputKind.Date)]
    [InlineData(FieldKind.Boolean, InputKind.YesNo)]
    [InlineData(FieldKind.Choice, InputKind.One)]
    [InlineData(FieldKind.Choices, InputKind.Several)]
    [InlineData(FieldKind.Title, InputKind.Suggest)]
    [InlineData(FieldKind.Person, InputKind.Suggest)]
    [InlineData(FieldKind.Phone, InputKind.Phone)]
    [InlineData(FieldKind.Link, InputKind.Link)]
    [InlineData(FieldKind.Location, InputKind.Location)]
    [InlineData(FieldKind.Table, InputKind.Table)]
    [InlineData(FieldKind.File, InputKind.Files)]
    [InlineData(FieldKind.Video, InputKind.Files)]
    [InlineData(FieldKind.Images, InputKind.Files)]
    [InlineData(FieldKind.Sheet, InputKind.Files)]
    [InlineData(FieldKind.Unit, InputKind.Line)] // no place of its level is known
    public void Each_kind_has_its_input(FieldKind kind, InputKind input) => Assert.Equal(input, Of(new("x", kind, "ก", "A", [])).Kind);

    [Fact]
    public void A_place_is_chosen_among_those_of_its_level()
    {
        var scope = Scope with { Units = [new("210101", "tambon", "ท่าประดู่", "Tha Pradu"), new("2101", "district", "เมือง", "Mueang")] };

        var view = new FieldView(new("tambon", FieldKind.Unit, "ตำบล", "Tambon", [], Level: "tambon"), "tambon", Json("\"210101\""), scope);

        Assert.Equal(InputKind.One, view.Kind);
        Assert.Equal(["210101"], view.Options.Select(o => o.Value));
        Assert.Equal("210101", view.Chosen);
    }

    [Fact]
    public void A_person_is_suggested_from_the_roster()
    {
        var scope = Scope with { People = new Dictionary<string, IReadOnlyList<string>> { ["people"] = ["นายสมมติ ทดสอบ"] } };

        Assert.Equal(
            ["นายสมมติ ทดสอบ"],
            new FieldView(new("who", FieldKind.Person, "ใคร", "Who", [], Roster: "people"), "who", null, scope).Options.Select(o => o.Value)
        );
        Assert.Empty(new FieldView(new("who", FieldKind.Person, "ใคร", "Who", [], Roster: "others"), "who", null, scope).Options);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"on\"", true)]
    [InlineData("\"ไม่ใช่\"", false)]
    [InlineData("false", false)]
    [InlineData("\"x\"", null)]
    public void Yes_and_no_are_shown_however_they_are_said(string value, bool? yes) =>
        Assert.Equal(yes, Of(new("x", FieldKind.Boolean, "ก", "A", []), value).Yes);

    [Fact]
    public void An_option_is_found_by_its_words_too_and_a_wrong_one_stays_as_typed()
    {
        Option[] options = [new("a", "กอ", "Ay"), new("b", "ขอ", "Bee")];

        Assert.Equal("b", Of(new("x", FieldKind.Choice, "ก", "A", [], Options: options), "\"ขอ\"").Chosen);
        Assert.Equal(["a", "นอกแบบ"], Of(new("x", FieldKind.Choices, "ก", "A", [], Options: options), """["กอ", "นอกแบบ"]""").ChosenOf);
    }

    [Theory]
    [InlineData(null, null, null, 0, 3)]
    [InlineData(null, null, null, 5, 5)]
    [InlineData(null, null, 2, 0, 2)]
    [InlineData(4, null, null, 1, 4)]
    [InlineData(null, 15, null, 2, 15)]
    [InlineData(null, null, 3, 4, 4)] // one too many was typed: it is shown, not dropped
    public void A_table_shows_its_lines_and_room_for_more(int? min, int? exact, int? max, int filled, int shown)
    {
        var table = new Field(
            "t",
            FieldKind.Table,
            "ก",
            "A",
            [],
            MinItems: min,
            ExactItems: exact,
            MaxItems: max,
            Columns: [new("c", FieldKind.Text, "ข", "B", [])]
        );
        var rows = $"[{string.Join(',', Enumerable.Range(0, filled).Select(i => $$"""{"c":"{{i}}"}"""))}]";

        var view = Of(table, rows);

        Assert.Equal(shown, view.Rows.Count);
        Assert.Equal(Enumerable.Range(0, shown).Select(i => $"t[{i}].c"), view.Rows.Select(r => r[0].Name));
        Assert.Equal(Enumerable.Range(0, shown).Select(i => i < filled ? $"{i}" : ""), view.Rows.Select(r => r[0].Words));
    }

    [Fact]
    public void More_lines_come_when_they_were_asked_for_up_to_the_limit()
    {
        var table = new Field("t", FieldKind.Table, "ก", "A", [], MaxItems: 4, Columns: [new("c", FieldKind.Text, "ข", "B", [])]);
        var asked = Scope with { Spare = new Dictionary<string, int> { ["t"] = 3 } };

        Assert.Equal(4, new FieldView(table, "t", Json("""[{"c":"1"},{"c":"2"}]"""), asked).Rows.Count);
        Assert.Equal(4, new FieldView(table, "t", Json("""[{"c":"1"}]"""), asked).Rows.Count);
    }

    [Fact]
    public void An_error_is_shown_where_it_is_and_only_there()
    {
        var scope = Scope with
        {
            Errors =
            [
                new("t[1].c", "x", new("ผิด", "wrong")),
                new("t", "y", new("น้อยไป", "too few")),
                new("several[2]", "z", new("ไม่มี", "none")),
            ],
        };
        var table = new FieldView(
            new("t", FieldKind.Table, "ก", "A", [], Columns: [new("c", FieldKind.Text, "ข", "B", [])]),
            "t",
            null,
            scope
        );

        Assert.Equal(["น้อยไป"], table.Errors.Select(e => e.Th));
        Assert.Equal([0, 1, 0], table.Rows.Select(r => r[0].Errors.Count));
        Assert.Equal("f-t-1--c", table.Rows[1][0].Id);
        Assert.Equal(
            ["ไม่มี"],
            new FieldView(new("several", FieldKind.Choices, "ก", "A", []), "several", null, scope).Errors.Select(e => e.Th)
        );
        Assert.Empty(new FieldView(new("sever", FieldKind.Text, "ก", "A", []), "sever", null, scope).Errors);
    }

    [Fact]
    public void A_running_total_adds_what_is_a_number()
    {
        var table = Of(
            new("t", FieldKind.Table, "ก", "A", [], Columns: [new("c", FieldKind.Money, "ข", "B", [])]),
            """[{"c":"๑,๐๐๐.๕๐"},{"c":"มาก"},{"c":2},{}]"""
        );

        Assert.Equal(1002.5m, TableRows.Sum(table, "c"));
    }

    [Fact]
    public void Limits_are_said_before_they_are_hit()
    {
        Assert.Equal(
            ["PDF", "กระดาษ A4 ไม่เกิน 10 หน้า", "ไม่เกิน 50 เมกะไบต์"],
            Limits(new("f", FieldKind.File, "ก", "A", [], MaxPages: 10, Page: "A4", MaxMegabytes: 50))
        );
        Assert.Equal(
            ["MP4, MOV", "ยาวไม่เกิน ๕ นาที", "ไม่เกิน 1,024 เมกะไบต์"],
            Limits(new("f", FieldKind.Video, "ก", "A", [], MaxSeconds: 300))
        );
        Assert.Equal(
            ["JPEG, PNG", "ไม่เกิน 10 ไฟล์", "ไฟล์ละไม่เกิน 20 เมกะไบต์"],
            Limits(new("f", FieldKind.Images, "ก", "A", [], MaxItems: 10))
        );
        Assert.Equal(["ต้องครบ 15 รายการพอดี"], Limits(new("t", FieldKind.Table, "ก", "A", [], ExactItems: 15)));
        Assert.Equal(
            ["อย่างน้อย 1 รายการ", "ไม่เกิน 60 รายการ"],
            Limits(new("t", FieldKind.Table, "ก", "A", [], MinItems: 1, MaxItems: 60))
        );
        Assert.Equal(["ไม่เกิน 4,000 ตัวอักษร"], Limits(new("x", FieldKind.Multiline, "ก", "A", [], MaxLength: 4000)));
        Assert.Equal(["ตั้งแต่ 1 ถึง 100,000"], Limits(new("x", FieldKind.Money, "ก", "A", [], Min: 1, Max: 100_000)));
        Assert.Equal(["ไม่น้อยกว่า 1"], Limits(new("x", FieldKind.Integer, "ก", "A", [], Min: 1)));
        Assert.Empty(Limits(new("x", FieldKind.Integer, "ก", "A", [], Min: 0)));
        Assert.Equal(["ไม่เกิน 9"], Limits(new("x", FieldKind.Integer, "ก", "A", [], Max: 9)));
    }

    [Theory]
    [InlineData("ไม่เกิน 4,000 ตัวอักษร", "ไม่เกิน ๔,๐๐๐ ตัวอักษร", true)]
    [InlineData("ไม่เกิน 200 ตัวอักษร", "ใช้ชื่อแปลง ไม่ใช้ชื่อเจ้าของ", false)]
    [InlineData("กระดาษ A4 ไม่เกิน 10 หน้า", "PDF เอ ๔ ทุกหน้า รวมปกไม่เกิน ๑๐ หน้า ๕๐ เมกะไบต์", true)]
    [InlineData("ไม่เกิน 50 เมกะไบต์", "PDF ไม่เกิน ๑๐ หน้า", false)]
    [InlineData("PDF", "PDF ไม่เกิน ๑๐ หน้า", true)]
    [InlineData("MP4, MOV", "MP4 ไม่เกิน ๕ นาที", false)]
    [InlineData("ตั้งแต่ 1 ถึง 100,000", "เท่ากับผลรวมของรายการ และไม่เกิน ๑๐๐,๐๐๐ บาท", false)]
    public void A_limit_that_the_help_says_is_not_said_twice(string limit, string help, bool said) =>
        Assert.Equal(said, LimitsText.IsSaid(limit, help));

    private static IReadOnlyList<string> Limits(Field field) => LimitsText.Of(Of(field), Page);

    private static FieldView Of(Field field, string? value = null) => new(field, field.Id, value is null ? null : Json(value), Scope);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
