namespace CddFunctions.Reporting.Datasets;

/// <summary>Names an exported table. The Thai title is also the workbook's tab, so at most 31 characters.</summary>
/// <param name="name">Stable ASCII name: the CSV file, and the Excel table that Power BI binds to.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DatasetAttribute(string name, string th, string en, string meaningTh, string meaningEn) : Attribute
{
    public string Name { get; } = name;

    public Caption Title { get; } = new(th, en);

    public Caption Meaning { get; } = new(meaningTh, meaningEn);

    /// <summary>First columns that say what a row is about: printed again on each page that goes on to the right.</summary>
    public int KeyColumns { get; init; }
}

/// <summary>All that is known of a column but its name, which is the property's in camelCase: header, dictionary, format.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class ColumnAttribute(ColumnKind kind, string th, string en, string meaningTh, string meaningEn) : Attribute
{
    public ColumnKind Kind { get; } = kind;

    public Caption Title { get; } = new(th, en);

    public Caption Meaning { get; } = new(meaningTh, meaningEn);

    /// <summary>Characters; 0 = the usual width of the kind.</summary>
    public int Width { get; init; }

    /// <summary>Personal data under the PDPA: masked unless the export may hold it.</summary>
    public bool Personal { get; init; }
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class CampaignColumnAttribute()
    : ColumnAttribute(ColumnKind.Code, "แผนงาน", "Campaign", "รหัสแผนงาน เช่น rayong-2567", "Id of the programme, e.g. rayong-2567");

[AttributeUsage(AttributeTargets.Property)]
public sealed class TaskColumnAttribute()
    : ColumnAttribute(ColumnKind.Code, "รหัสงาน", "Task", "รหัสงานตามแผนงาน ตรงกับตาราง tasks", "Id of the task; joins with tasks");

[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitColumnAttribute()
    : ColumnAttribute(
        ColumnKind.Code,
        "รหัสหน่วย",
        "Unit",
        "รหัสการปกครองของหน่วย 2 4 6 หรือ 8 หลัก ตรงกับตาราง units",
        "Administrative code of 2, 4, 6 or 8 digits; joins with units"
    );

[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitNameColumnAttribute()
    : ColumnAttribute(ColumnKind.Text, "ชื่อหน่วย", "Unit name", "ชื่อหน่วยหรือพื้นที่ภาษาไทย", "Thai name of the office or area");
