using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields;

/// <summary>Pure: whole numbers, numbers and baht with satang, as people write them, within the limits of their field.</summary>
internal static class NumberReader
{
    public static JsonValue? ReadNumber(Field field, JsonElement value, string path, FieldFaults faults)
    {
        var typed = value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (Read(value, typed) is not { } written)
        {
            Refuse(field, typed, path, faults);
            return null;
        }

        if (!Fits(field, written.Unit))
            faults.Shape(path, "wrong-unit", WrongUnit(field, written.Unit!.Value, typed));
        var number = written.Value;
        if (field.Kind is FieldKind.Integer && number != decimal.Truncate(number))
            faults.Shape(path, "not-whole", "ต้องเป็นจำนวนเต็ม เช่น 1200", "A whole number is needed, like 1200.");
        if (field.Kind is FieldKind.Money && decimal.Round(number, 2) != number)
            faults.Shape(path, "not-satang", "ทศนิยมไม่เกิน ๒ ตำแหน่ง เช่น 1200.50", "At most two decimals (satang), like 1200.50.");
        Limit(field, number, typed, path, faults);
        return JsonValue.Create(number);
    }

    /// <summary>A number that a client gave as such is a number; one with an exponent may be too large for any limit.</summary>
    private static WrittenNumber? Read(JsonElement value, string typed) =>
        value.ValueKind switch
        {
            JsonValueKind.String => WrittenNumber.Parse(typed),
            JsonValueKind.Number when value.TryGetDecimal(out var number) => new(number, null),
            JsonValueKind.Number => new(typed.StartsWith('-') ? decimal.MinValue : decimal.MaxValue, null),
            _ => null,
        };

    /// <summary>A field that does not say what it counts takes any word but that of money.</summary>
    private static bool Fits(Field field, NumberUnit? written) =>
        written is null || (NumberLimits.UnitOf(field) is { } own ? own == written : written is not NumberUnit.Baht);

    private static void Limit(Field field, decimal number, string typed, string path, FieldFaults faults)
    {
        var shown = NumberLimits.IsCountable(number) ? FieldFaults.Show(number) : ThaiText.Clip(ThaiText.Normalise(typed), 30);
        if (NumberLimits.Least(field) is var least && number < least)
            faults.Rule(
                path,
                "too-small",
                $"{shown} น้อยกว่า {FieldFaults.Show(least)} กรอกตั้งแต่ {FieldFaults.Show(least)} ขึ้นไป",
                $"{shown} is less than {FieldFaults.Show(least)}."
            );
        if (NumberLimits.Most(field) is var most && number > most)
            faults.Rule(
                path,
                "too-large",
                $"{shown} เกิน {FieldFaults.Show(most)} กรอกไม่เกิน {FieldFaults.Show(most)}",
                $"{shown} is more than {FieldFaults.Show(most)}."
            );
    }

    private static void Refuse(Field field, string typed, string path, FieldFaults faults)
    {
        var example = field.Kind is FieldKind.Integer ? "1200" : "1200.50";
        var shown = ThaiText.Clip(ThaiText.Normalise(typed), 40);
        if (WrittenNumber.IsUnclear(typed))
            faults.Shape(
                path,
                "number-unclear",
                $"“{shown}” ไม่ชัดว่าเป็น {Joined(shown)} หรือมีทศนิยม พิมพ์ใหม่โดยไม่ใช้จุดคั่นหลักพัน เช่น {Joined(shown)}",
                $"'{shown}' may be {Joined(shown)} or a decimal. Type it without points between thousands, like {Joined(shown)}."
            );
        else
            faults.Shape(
                path,
                "not-a-number",
                $"ต้องเป็นตัวเลข “{shown}” อ่านไม่ได้ พิมพ์เฉพาะตัวเลข เช่น {example}",
                $"'{shown}' is not a number. Type the figures only, like {example}."
            );
    }

    private static string Joined(string dotted) => string.Concat(ThaiDigits.ToAscii(dotted).Where(char.IsAsciiDigit));

    private static Platform.Text WrongUnit(Field field, NumberUnit written, string typed)
    {
        var figures = WrittenNumber.Parse(typed)!.Value.Value.ToString(CultureInfo.InvariantCulture);
        return new(
            $"ช่องนี้นับเป็น{Word(NumberLimits.UnitOf(field)).Th} ไม่ใช่{Word(written).Th} พิมพ์เฉพาะตัวเลข เช่น {figures}",
            $"This field counts {Word(NumberLimits.UnitOf(field)).En}, not {Word(written).En}. Type the figures only, like {figures}."
        );
    }

    private static Platform.Text Word(NumberUnit? unit) =>
        unit switch
        {
            NumberUnit.Baht => new("บาท", "baht"),
            NumberUnit.People => new("คน", "people"),
            NumberUnit.Households => new("ครัวเรือน", "households"),
            _ => new("จำนวนอื่น", "something else"),
        };
}
