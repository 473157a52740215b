namespace CddFunctions.Demo.Rayong;

/// <summary>Sixty made-up people of nine offices: twelve in the provincial one, six in each district.</summary>
internal static class RayongStaff
{
    private const int FirstPerson = 200;

    private static readonly (string Office, int People)[] Offices =
    [
        ("สำนักงานจังหวัด", 12),
        ("อำเภอเมืองระยอง", 6),
        ("อำเภอบ้านฉาง", 6),
        ("อำเภอแกลง", 6),
        ("อำเภอวังจันทร์", 6),
        ("อำเภอบ้านค่าย", 6),
        ("อำเภอปลวกแดง", 6),
        ("อำเภอเขาชะเมา", 6),
        ("อำเภอนิคมพัฒนา", 6),
    ];

    public static IReadOnlyList<Fields> All { get; } = [.. Offices.SelectMany(o => Enumerable.Repeat(o.Office, o.People)).Select(Person)];

    private static Fields Person(string office, int n) =>
        People
            .Named(FirstPerson + n)
            .With("position", n % 5 == 4 ? "เจ้าหน้าที่ธุรการ (สมมติ)" : "นักวิชาการพัฒนาชุมชน (สมมติ)")
            .With("office", office)
            .With("kind", n % 5 == 4 ? "ลูกจ้าง" : "ข้าราชการ");
}
