using CddFunctions.Platform;

namespace CddFunctions.Board;

public static class BoardProblems
{
    /// <param name="names">Names of the parameters whose values are unknown.</param>
    public static Problem FilterUnknown(IReadOnlyList<string> names) =>
        new(
            400,
            "filter-unknown",
            new("ไม่รู้จักตัวกรองนี้", "Unknown filter"),
            new(
                $"ที่อยู่นี้มีค่าที่ไม่มีในโครงการ: {string.Join(", ", names)} เปิดกระดานงานใหม่แล้วเลือกจากรายการ",
                $"The address has values that this programme lacks: {string.Join(", ", names)}. Open the board again and choose from its lists."
            )
        );
}
