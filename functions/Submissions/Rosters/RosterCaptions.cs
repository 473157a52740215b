using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields;

namespace CddFunctions.Submissions.Rosters;

/// <summary>What a column of a sheet holds.</summary>
public enum CaptionPart
{
    /// <summary>The value of the field.</summary>
    Value,

    /// <summary>The whole name of a person; the field is the given name.</summary>
    WholeName,

    /// <summary>The number of a village without the word for it.</summary>
    VillageNumber,
}

/// <param name="Column">Id of the field.</param>
public sealed record Caption(string Column, CaptionPart Part = CaptionPart.Value);

/// <summary>Pure: the words that may stand above a column, compared without spaces and signs: those of the form, and those of offices' own
/// lists.</summary>
internal static class RosterCaptions
{
    private static readonly string[] WholeNames =
    [
        "ชื่อ-สกุล",
        "ชื่อ-นามสกุล",
        "ชื่อและนามสกุล",
        "ชื่อ-ชื่อสกุล",
        "ชื่อ-สกุลผู้นำ",
        "รายชื่อ",
        "Name",
        "Full name",
    ];

    private static readonly string[] FamilyNames = ["นามสกุล", "สกุล", "ชื่อสกุล", "Surname", "Last name"];
    private static readonly string[] VillageNumbers = ["หมู่ที่", "หมู่", "ม.", "ม.ที่"];
    private static readonly string[] Posts = ["ตำแหน่ง", "บทบาท", "หน้าที่", "ตำแหน่ง/บทบาท", "บทบาทในชุมชน"];

    /// <param name="hasGiven">The row has a column of its own for the given name, so that ชื่อสกุล beside it is the family name.</param>
    public static Dictionary<string, Caption> Of(IReadOnlyList<Field> columns, bool hasGiven)
    {
        var captions = new Dictionary<string, Caption>(StringComparer.Ordinal);
        foreach (var column in columns)
            Add(new(column.Id), column.Th, column.En, column.Id);
        foreach (var column in columns)
            Add(new(column.Id), Usual(column, hasGiven));
        if (columns.FirstOrDefault(c => c.Kind is FieldKind.Given) is { } given && columns.Any(c => c.Kind is FieldKind.Family))
            Add(new(given.Id, CaptionPart.WholeName), WholeNames);
        if (columns.FirstOrDefault(IsVillage) is { } village)
            Add(new(village.Id, CaptionPart.VillageNumber), VillageNumbers);
        return captions;

        void Add(Caption caption, params string[] words)
        {
            foreach (var word in words)
                captions.TryAdd(ThaiText.Key(word), caption);
        }
    }

    private static string[] Usual(Field column, bool hasGiven) =>
        column.Kind switch
        {
            FieldKind.Integer when TableRules.IsRunningNumber(column) => ["ลำดับ", "ลำดับที่", "ที่", "No"],
            FieldKind.Title => ["คำนำหน้า", "คำนำหน้าชื่อ", "คำนำหน้านาม", "ยศ/คำนำหน้า"],
            FieldKind.Given => ["ชื่อ", "ชื่อตัว", "First name"],
            FieldKind.Family => hasGiven ? FamilyNames : [.. FamilyNames.Except(["ชื่อสกุล"], StringComparer.Ordinal)],
            FieldKind.Phone =>
            [
                "โทรศัพท์",
                "เบอร์โทร",
                "เบอร์โทรศัพท์",
                "หมายเลขโทรศัพท์",
                "โทร",
                "เบอร์",
                "เบอร์มือถือ",
                "โทรศัพท์มือถือ",
                "เบอร์ติดต่อ",
                "Phone",
                "Telephone",
                "Mobile",
            ],
            FieldKind.Unit when IsVillage(column) => ["บ้าน", "หมู่บ้าน", "ชื่อบ้าน", "ชื่อหมู่บ้าน", "บ้าน/หมู่ที่", "รหัสหมู่บ้าน"],
            FieldKind.Text when column.Id is "role" or "position" => Posts,
            FieldKind.Choice when column.Id is "office" => ["สังกัด", "หน่วยงาน", "สำนักงาน"],
            _ => [],
        };

    private static bool IsVillage(Field column) => column is { Kind: FieldKind.Unit, Level: Areas.Village };
}
