using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V5: the limits of a field fit its kind and do not contradict one another,
/// personal data is marked, and only an awaited form has no fields.
/// </summary>
internal static class V05Fields
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        definition.Campaign.Forms.SelectMany(form => Whole(form).Concat(FormFields.Of(form).SelectMany(Field)));

    private static IEnumerable<Fault> Whole(Form form)
    {
        if (form.Fields.Count == 0 && form.FieldsBasis is not FieldsBasis.Awaited)
            yield return Fault.Error(
                "V5",
                $"forms/{form.Id}/fields",
                "แบบที่ว่างต้องเป็นแบบที่รอ (awaited)",
                "only an awaited form may be empty"
            );
        if (form.Anonymous && FormFields.IsPersonal(form))
            yield return Fault.Error(
                "V5",
                $"forms/{form.Id}/anonymous",
                "แบบที่ไม่ระบุชื่อต้องไม่มีข้อมูลส่วนบุคคล",
                "an anonymous form must not ask for personal data"
            );
    }

    private static IEnumerable<Fault> Field(PlacedField placed)
    {
        var (path, field, column) = placed;
        foreach (var (member, _, _) in FieldLimits.Of(field).Where(l => l.IsSet && !l.Kinds.Contains(field.Kind)))
            yield return Fault.Error(
                "V5",
                $"{path}/{member}",
                $"{member} ใช้กับชนิด {field.Kind} ไม่ได้",
                $"{member} does not fit the kind {field.Kind}"
            );
        foreach (var member in FieldLimits.Crossed(field))
            yield return Fault.Error(
                "V5",
                $"{path}/{member}",
                "ขีดจำกัดขัดกันหรือไม่เป็นบวก",
                "the limits contradict one another or are not positive"
            );
        foreach (var member in FieldLimits.Needed(field))
            yield return Fault.Error(
                "V5",
                $"{path}/{member}",
                $"ชนิด {field.Kind} ต้องมี {member}",
                $"the kind {field.Kind} needs {member}"
            );
        if (IsPersonal(field.Kind) && !field.Personal)
            yield return Fault.Error(
                "V5",
                $"{path}/personal",
                "ชื่อและโทรศัพท์เป็นข้อมูลส่วนบุคคล ต้องทำเครื่องหมาย",
                "names and phone numbers must be marked personal"
            );
        if (column && field.Kind is FieldKind.Table)
            yield return Fault.Error("V5", $"{path}/kind", "ตารางซ้อนในตารางไม่ได้", "a table cannot hold a table");
        foreach (
            var key in (field.UniqueBy ?? []).Where(k => field.Columns?.Any(c => string.Equals(c.Id, k, StringComparison.Ordinal)) is false)
        )
            yield return Fault.Error("V5", $"{path}/uniqueBy", $"ไม่มีคอลัมน์ {key}", $"there is no column {key}");
    }

    private static bool IsPersonal(FieldKind kind) => kind is FieldKind.Title or FieldKind.Given or FieldKind.Family or FieldKind.Phone;
}
