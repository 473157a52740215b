using CddFunctions.Platform;

namespace CddFunctions.Campaigns;

public static class CampaignProblems
{
    public static Problem NotFound(string campaign) =>
        new(
            404,
            "campaign-not-found",
            new("ไม่พบโครงการ", "Campaign not found"),
            new($"ไม่มีโครงการรหัส {campaign}", $"There is no campaign '{campaign}'.")
        );

    public static Problem UnitSetNotFound(string set) =>
        new(
            404,
            "unit-set-not-found",
            new("ไม่พบกลุ่มหน่วยงาน", "Unit set not found"),
            new($"ไม่มีกลุ่มหน่วยงานรหัส {set} ในโครงการนี้", $"There is no unit set '{set}' in this campaign.")
        );

    public static Problem UnitSetFixed(string set) =>
        new(
            409,
            "unit-set-fixed",
            new("กลุ่มนี้เลือกเองไม่ได้", "This set is not chosen"),
            new($"หน่วยงานในกลุ่ม {set} กำหนดไว้ในหนังสือแล้ว", $"The units of '{set}' are fixed by the definition.")
        );

    public static Problem UnitsRefused(IReadOnlyList<FieldError> errors) =>
        new(
            422,
            "units-refused",
            new("รายการพื้นที่ไม่ถูกต้อง", "The units cannot be chosen"),
            new($"พบข้อผิดพลาด {errors.Count} รายการ", $"{errors.Count} error(s) in the list of units."),
            errors
        );

    public static Problem UnitsInUse(IReadOnlyList<ChosenUnit> units) =>
        new(
            409,
            "units-in-use",
            InUseTitle,
            new(
                $"เอาออกไม่ได้ เพราะส่งงานแล้ว: {string.Join(", ", units.Select(u => $"{u.Th} ({u.Code})"))} ให้เลือกแห่งเหล่านี้ไว้ แล้วบันทึกอีกครั้ง",
                $"Cannot be taken out, they have handed in: {string.Join(", ", units.Select(u => $"{u.En ?? u.Th} ({u.Code})"))}. Keep them and save again."
            )
        );

    public static Problem UnitsHoldOthers(IReadOnlyList<string> codes) =>
        new(
            409,
            "units-in-use",
            InUseTitle,
            new(
                $"เอาออกไม่ได้ เพราะยังเลือกพื้นที่ข้างในไว้: {string.Join(", ", codes)} ให้เอาพื้นที่เหล่านี้ออกก่อน",
                $"Cannot be taken out while places inside stay chosen: {string.Join(", ", codes)}. Take those out first."
            )
        );

    private static Text InUseTitle => new("หน่วยงานถูกใช้อยู่", "Units are in use");
}
