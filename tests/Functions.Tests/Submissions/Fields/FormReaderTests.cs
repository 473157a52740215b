using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.Fields;

/// <summary>How one value of a field is read, and what is said of one that is not taken.</summary>
public sealed class FormReaderTests
{
    private static readonly LaunchedCampaign Campaign = MadeUpCampaign.Launched();

    private static readonly FieldContext Context = new(Campaign, Campaign.Definition.Units[1], _ => null, [], new(2024, 5, 10));

    [Theory]
    [InlineData(FieldKind.Integer, NumberUnit.People, "1,200 คน", "1200")]
    [InlineData(FieldKind.Integer, NumberUnit.People, "๑,๒๐๐", "1200")]
    [InlineData(FieldKind.Integer, NumberUnit.Households, "45 ครัวเรือน", "45")]
    [InlineData(FieldKind.Integer, null, "1,200 คน", "1200")]
    [InlineData(FieldKind.Integer, null, "3 ครั้ง", "3")]
    [InlineData(FieldKind.Integer, null, "1.0", "1.0")]
    [InlineData(FieldKind.Money, null, "๑,๒๐๐ บาท", "1200")]
    [InlineData(FieldKind.Money, null, "5000.-", "5000")]
    [InlineData(FieldKind.Money, null, "฿5,000", "5000")]
    [InlineData(FieldKind.Money, null, "5,000 บาทถ้วน", "5000")]
    [InlineData(FieldKind.Number, null, "2.5 ไร่", "2.5")]
    public void A_number_is_taken_as_it_is_written(FieldKind kind, NumberUnit? unit, string typed, string stored)
    {
        var (fields, faults) = Read(One(kind) with { Unit = unit }, typed);

        Assert.Empty(faults);
        Assert.Equal(stored, fields["x"]!.ToJsonString());
    }

    [Theory]
    [InlineData(FieldKind.Money, null, "100 คน", "wrong-unit", "พิมพ์เฉพาะตัวเลข เช่น 100")]
    [InlineData(FieldKind.Integer, NumberUnit.People, "100 บาท", "wrong-unit", "นับเป็นคน ไม่ใช่บาท")]
    [InlineData(FieldKind.Integer, NumberUnit.People, "100 ครัวเรือน", "wrong-unit", "เช่น 100")]
    [InlineData(FieldKind.Integer, NumberUnit.Households, "100.-", "wrong-unit", "เช่น 100")]
    [InlineData(FieldKind.Integer, null, "฿100", "wrong-unit", "เช่น 100")]
    [InlineData(FieldKind.Integer, null, "1.200", "number-unclear", "เช่น 1200")]
    [InlineData(FieldKind.Money, null, "1.200", "number-unclear", "เช่น 1200")]
    [InlineData(FieldKind.Money, null, "1,20", "not-a-number", "เช่น 1200")]
    [InlineData(FieldKind.Integer, null, "สิบสอง", "not-a-number", "เช่น 1200")]
    [InlineData(FieldKind.Integer, null, "12.5", "not-whole", "เช่น 1200")]
    [InlineData(FieldKind.Money, null, "12.345", "number-unclear", "เช่น 12345")]
    [InlineData(FieldKind.Money, null, "12.3456", "not-satang", "เช่น 1200.50")]
    [InlineData(FieldKind.Integer, NumberUnit.People, "1,000,001", "too-large", "ไม่เกิน 1,000,000")]
    [InlineData(FieldKind.Integer, NumberUnit.People, "100000000000000000000000000", "too-large", "ไม่เกิน 1,000,000")]
    [InlineData(FieldKind.Integer, NumberUnit.People, "-1", "too-small", "ตั้งแต่ 0")]
    [InlineData(FieldKind.Integer, NumberUnit.Households, "99999999", "too-large", "ไม่เกิน 1,000,000")]
    [InlineData(FieldKind.Money, null, "10000000000000", "too-large", "ไม่เกิน 1,000,000,000")]
    [InlineData(FieldKind.Money, null, "-10000000000000", "too-small", "ตั้งแต่ -1,000,000,000")]
    [InlineData(FieldKind.Money, null, "99999999999999999999999999999999999999999999", "too-large", "ไม่เกิน 1,000,000,000")]
    [InlineData(FieldKind.Date, null, "15/5/24", "year-unclear", "เช่น 15/5/2567")]
    [InlineData(FieldKind.Date, null, "15 พ.ค. 67", "year-unclear", "เช่น 15/5/2567")]
    [InlineData(FieldKind.Date, null, "15/5/2024", "not-a-date", "เช่น 23/3/2567")]
    [InlineData(FieldKind.Date, null, "31/2/2567", "not-a-date", "เช่น 23/3/2567")]
    [InlineData(FieldKind.Date, null, "15/5/2524", "date-outside", "ตรวจปี พ.ศ.")]
    [InlineData(FieldKind.Date, null, "2042-05-15", "date-outside", "1 ตุลาคม 2565 ถึง 30 กันยายน 2568")]
    [InlineData(FieldKind.Boolean, null, "อาจจะ", "not-yes-or-no", "ใช่")]
    [InlineData(FieldKind.Phone, null, "12345", "not-a-phone", "เช่น 080-000-0000")]
    [InlineData(FieldKind.Link, null, "example", "not-a-link", "https://")]
    [InlineData(FieldKind.Location, null, "ระยอง", "not-a-location", "12.68,101.28")]
    public void A_refusal_says_what_to_type(FieldKind kind, NumberUnit? unit, string typed, string code, string says)
    {
        var (_, faults) = Read(One(kind) with { Unit = unit }, typed);

        var fault = Assert.Single(faults);
        Assert.Equal(("x", code), (fault.Path, fault.Code));
        Assert.Contains(says, fault.Message.Th, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-05-10", null)]
    [InlineData("2024-05-11", "date-ahead")]
    public void What_was_held_was_not_held_in_the_future(string typed, string? code) =>
        Assert.Equal(code, Read(One(FieldKind.Date) with { Past = true }, typed).Faults.SingleOrDefault()?.Code);

    [Theory]
    [InlineData("1e26")]
    [InlineData("1e400")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-1e26")]
    public void A_number_of_a_program_has_the_same_limits(string json) =>
        Assert.StartsWith(
            "too-",
            Assert.Single(Read(One(FieldKind.Integer), JsonElement.Parse(json)).Faults).Code,
            StringComparison.Ordinal
        );

    [Fact]
    public void Its_own_limit_goes_before_the_usual_one_and_has_an_end() =>
        Assert.Equal(
            ["forms/f-plan/fields/total/max"],
            Checked(c =>
                c["forms"]![0]!["fields"]!.AsArray().Single(f => f!["id"]!.GetValue<string>() == "total")!["max"] = 2_000_000_000_000
            )
        );

    [Fact]
    public void Unit_and_past_stand_only_where_they_mean_something() =>
        Assert.Equal(
            ["forms/f-plan/fields/officer/past", "forms/f-plan/fields/start/unit"],
            Checked(c =>
            {
                c["forms"]![0]!["fields"]![0]!["past"] = true;
                c["forms"]![0]!["fields"]![2]!["unit"] = "people";
            })
        );

    [Fact]
    public void Shapes_limits_and_rules_are_named_in_one_round()
    {
        var given = MadeUpCampaign.Plan(299)["fields"]!.AsObject();
        given["phone"] = "12";
        given["people"] = 1000;
        given["officer"] = new string('ก', 51);

        Assert.Equal(["adds-up:rule", "officer:too-long", "people:too-large", "phone:not-a-phone"], Named(given));
    }

    [Fact]
    public void A_rule_does_not_speak_of_what_could_not_be_read()
    {
        var given = MadeUpCampaign.Plan()["fields"]!.AsObject();
        given["lines"]![0]!["amount"] = "ร้อย";

        Assert.Equal(["lines[0].amount:not-a-number"], Named(given));
    }

    [Fact]
    public void Two_amounts_beyond_every_sum_do_not_pass_for_their_total()
    {
        var given = MadeUpCampaign.Plan()["fields"]!.AsObject();
        given["total"] = 79000000000000000000000000000m;
        given["lines"]![0]!["amount"] = 79000000000000000000000000000m;
        given["lines"]![1]!["amount"] = 79000000000000000000000000000m;

        Assert.Equal(["lines[0].amount:too-large", "lines[1].amount:too-large", "total:too-large"], Named(given));
    }

    [Theory]
    [InlineData("error", "adds-up:rule-uncomputable", 0)]
    [InlineData("warning", null, 1)]
    public void A_rule_that_cannot_be_worked_out_refuses(string level, string? fault, int warnings)
    {
        var campaign = MadeUpCampaign.Json();
        var rule = campaign["forms"]![0]!["rules"]![0]!;
        rule["assert"] = "total / people = 1";
        rule["level"] = level;
        campaign["forms"]![0]!["fields"]!.AsArray().Single(f => f!["id"]!.GetValue<string>() == "people")!["min"] = 0;
        var form = new LaunchedCampaign(CampaignFile.Parse(JsonSerializer.SerializeToUtf8Bytes(campaign)).Campaign!, 1, "sha").Form(
            "f-plan"
        );
        var given = MadeUpCampaign.Plan()["fields"]!.AsObject();
        given["people"] = 0;
        var faults = new FieldFaults();

        var (_, warned) = FormReader.Read(form, Map(given), Context, faults);

        Assert.Equal(fault is null ? [] : [fault], faults.All.Select(f => $"{f.Path}:{f.Code}"));
        Assert.Equal(warnings, warned.Count);
    }

    [Theory]
    [InlineData("total", "1,000,000 บาท", "total", "1,000,000.00 บาท (หนึ่งล้านบาทถ้วน)")]
    [InlineData("start", "1/10/2567", "start", "วันอังคารที่ ๑ ตุลาคม พ.ศ. ๒๕๖๗")]
    [InlineData("total", "999,999.99", null, null)]
    [InlineData("start", "30/9/2567", null, null)]
    public void Values_that_are_seldom_meant_are_said_in_words(string field, string typed, string? path, string? words)
    {
        var form = Campaign.Form("f-plan");
        var given = MadeUpCampaign.Plan()["fields"]!.AsObject();
        given[field] = typed;
        var (fields, _) = FormReader.Read(form, Map(given), Context, new());

        var asked = UnusualValues.In(form.Fields, fields, Campaign.Definition.FiscalYear);

        Assert.Equal(path, asked.SingleOrDefault()?.Path);
        Assert.Equal(words, asked.SingleOrDefault()?.Message.Th);
    }

    private static string[] Named(JsonObject given)
    {
        var faults = new FieldFaults();
        _ = FormReader.Read(Campaign.Form("f-plan"), Map(given), Context, faults);
        return [.. faults.All.Select(f => $"{f.Path}:{f.Code}").Order(StringComparer.Ordinal)];
    }

    private static string[] Checked(Action<JsonObject> change)
    {
        var campaign = MadeUpCampaign.Json();
        change(campaign);
        return
        [
            .. CampaignChecker
                .Check(CampaignFile.Parse(JsonSerializer.SerializeToUtf8Bytes(campaign)).Campaign!)
                .Select(f => f.Path)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, JsonElement> Map(JsonObject given) =>
        given.ToDictionary(f => f.Key, f => JsonSerializer.SerializeToElement(f.Value), StringComparer.Ordinal);

    private static Field One(FieldKind kind) => new("x", kind, "ช่อง", "Field", []);

    private static (JsonObject Fields, IReadOnlyList<FieldError> Faults) Read(Field field, string typed) =>
        Read(field, JsonSerializer.SerializeToElement(typed));

    private static (JsonObject Fields, IReadOnlyList<FieldError> Faults) Read(Field field, JsonElement value)
    {
        var faults = new FieldFaults();
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["x"] = value };
        return (FormReader.ReadFields([field], given, "", Context, faults), faults.All);
    }
}
