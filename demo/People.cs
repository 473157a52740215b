namespace CddFunctions.Demo;

/// <summary>People who cannot be taken for real ones: 300 different names out of words like "example" and "trial".</summary>
public static class People
{
    private static readonly string[] Givens =
    [
        "ก้องฟ้า",
        "ปุยเมฆ",
        "ใบตอง",
        "ข้าวปั้น",
        "น้ำริน",
        "ฟ้าใส",
        "ต้นกล้า",
        "สายลม",
        "ดาวเด่น",
        "แสงแรก",
        "ทะเลหมอก",
        "ดอกจาน",
        "ลูกจัน",
        "เปลวเทียน",
        "ไม้เอก",
        "รุ้งกินน้ำ",
        "ขวัญข้าว",
        "เพลงพิณ",
        "ตะวันฉาย",
        "ธารใส",
        "หยดน้ำ",
        "ละอองดาว",
        "ปลายฝน",
        "ต้นหนาว",
        "ใบบัว",
        "เมล็ดพันธุ์",
        "กอไผ่",
        "ยอดหญ้า",
        "ภูเขา",
        "ลำธาร",
    ];

    private static readonly string[] Families =
    [
        "ตัวอย่าง",
        "สมมติ",
        "ทดสอบ",
        "สาธิต",
        "จำลอง",
        "ทดลอง",
        "แบบฝึก",
        "ตุ๊กตา",
        "ในนิทาน",
        "ไม่มีจริง",
    ];

    private static readonly string[] Titles = ["นาย", "นาง", "นางสาว"];

    /// <summary>The person with this number, from 0: title, given and family name. Numbers below 300 are all different people.</summary>
    public static Fields Named(int number) =>
        new()
        {
            ["title"] = Titles[number % Titles.Length],
            ["given"] = Givens[number % Givens.Length],
            ["family"] = Families[number / Givens.Length % Families.Length],
        };

    /// <summary>080-000-0001 and on: a block that is used for examples only.</summary>
    public static string Phone(int number) => $"080-000-{number + 1:0000}";

    public static string FullName(int number)
    {
        var name = Named(number);
        return $"{name["title"]}{name["given"]} {name["family"]}";
    }
}
