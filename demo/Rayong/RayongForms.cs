namespace CddFunctions.Demo.Rayong;

/// <summary>What the offices of the story write on their forms. Every text says that it is made up.</summary>
internal static class RayongForms
{
    private static readonly string[] Sectors =
    [
        "pt-state",
        "pt-private",
        "pt-academic",
        "pt-religion",
        "pt-people",
        "pt-civil",
        "pt-media",
    ];

    /// <summary>The seven districts that take part; Khao Chamao (2107) never hands in anything.</summary>
    public static readonly string[] Active = ["2101", "2102", "2103", "2104", "2105", "2106", "2108"];

    /// <summary>Works of a joining-forces activity.</summary>
    public static readonly string[] Works = ["jw-trees", "jw-dam"];

    /// <summary>One line in each of the first so many dimensions.</summary>
    public static Fields Plan(int officer, int dimensions = 5) =>
        new()
        {
            ["officer"] = $"{People.FullName(officer)} นักวิชาการพัฒนาชุมชน",
            ["plan-items"] = Enumerable
                .Range(1, dimensions)
                .Select(d => new Fields
                {
                    ["dimension"] = $"dim-{d}",
                    ["activity"] = $"กิจกรรมสมมติของมิติที่ {d}",
                    ["start"] = "๑ มีนาคม ๒๕๖๗",
                    ["end"] = "30 เมษายน 2567",
                    ["indicator"] = "ดำเนินการครบตามแผน (สมมติ)",
                })
                .ToList(),
        };

    public static Fields Plot(string tambon, int village) =>
        new()
        {
            ["name"] = "แปลงสาธิตสมมติ โคก หนอง นา",
            ["tambon"] = tambon,
            ["village"] = village,
            ["geo"] = "12.68, 101.28",
            ["reason"] = "เป็นแปลงสมมติเพื่อการสาธิตระบบ",
            ["potential"] = "สร้างงานและรายได้ตามตัวเลขสมมติ",
        };

    /// <param name="date">As an office would type it.</param>
    public static Fields Activity(string kind, string date, int people, int households = 0, int jobs = 0, decimal income = 0) =>
        new()
        {
            ["kind"] = kind,
            ["partners"] = Sectors,
            ["date"] = date,
            ["people"] = people,
            ["households"] = households,
            ["jobs"] = jobs,
            ["income"] = income,
            ["story"] = "กิจกรรมสมมติเพื่อการสาธิต ตัวเลขทั้งหมดไม่ใช่ผลงานจริง",
        };

    public static Fields Partners(int sectors) =>
        new()
        {
            ["partners"] = Sectors
                .Take(sectors)
                .Select(
                    (sector, i) =>
                        new Fields
                        {
                            ["sector"] = sector,
                            ["organisation"] = $"หน่วยงานสมมติที่ {i + 1}",
                            ["support"] = "วิทยากรและวัสดุ (สมมติ)",
                        }
                )
                .ToList(),
        };

    public static Fields Volume() => new() { ["printed"] = true, ["abstract"] = "บทสรุปสมมติเพื่อการสาธิต" };

    public static Attachment Pdf(int pages) =>
        new("file", "เล่มถอดองค์ความรู้สมมติ.pdf", () => Files.DemoPdf.Of(pages, "Knowledge volume"));

    public static Fields Note(string text) => new() { ["note"] = text };
}
