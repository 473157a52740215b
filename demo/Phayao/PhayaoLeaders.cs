namespace CddFunctions.Demo.Phayao;

/// <summary>
/// Fifteen made-up leaders in each tambon, 150 in all. The province's earlier lists differ: in each, one person has
/// another telephone number and one is somebody who has left since.
/// </summary>
internal static class PhayaoLeaders
{
    private const int PerTambon = 15;
    private const int WhoLeft = 280;
    private const int NewNumber = 3;
    private const int Replaced = 14;

    private static readonly string[] Roles =
    [
        "ผู้ใหญ่บ้าน (สมมติ)",
        "อาสาพัฒนาชุมชน (สมมติ)",
        "ประธานกลุ่มสตรี (สมมติ)",
        "ปราชญ์ชุมชน (สมมติ)",
        "ผู้นำเยาวชน (สมมติ)",
    ];

    /// <summary>The list as the district corrects it.</summary>
    public static IReadOnlyList<Fields> Of(string tambon) =>
        [
            .. Enumerable
                .Range(0, PerTambon)
                .Select(i =>
                    i switch
                    {
                        NewNumber => Leader(tambon, i, Number(tambon, i))
                            .With("status", "ls-edited")
                            .With("reason", "เปลี่ยนหมายเลขโทรศัพท์"),
                        Replaced => Leader(tambon, i, Number(tambon, i))
                            .With("status", "ls-new")
                            .With("reason", "แทนผู้ที่ย้ายออก (สมมติ)"),
                        _ => Leader(tambon, i, Number(tambon, i)),
                    }
                ),
        ];

    /// <summary>The list as the province had it before.</summary>
    public static IReadOnlyList<Fields> EarlierOf(string tambon) =>
        [
            .. Enumerable
                .Range(0, PerTambon)
                .Select(i =>
                    i switch
                    {
                        NewNumber => Leader(tambon, i, Number(tambon, i)).With("phone", People.Phone(500 + Number(tambon, i))),
                        Replaced => Leader(tambon, i, WhoLeft + Index(tambon)),
                        _ => Leader(tambon, i, Number(tambon, i)),
                    }
                ),
        ];

    public static IReadOnlyList<Fields> WithoutLast(string tambon) => [.. Of(tambon).SkipLast(1)];

    /// <summary>The second person stands in the last row once more.</summary>
    public static IReadOnlyList<Fields> WithTwin(string tambon) =>
        [.. WithoutLast(tambon), Of(tambon)[1].With("no", PerTambon).With("phone", People.Phone(900))];

    private static Fields Leader(string tambon, int i, int person)
    {
        var leader = People.Named(person);
        leader["no"] = i + 1;
        leader["village"] = $"{tambon}{(i % 2) + 1:00}";
        leader["role"] = Roles[i % Roles.Length];
        leader["phone"] = People.Phone(person);
        leader["status"] = "ls-same";
        return leader;
    }

    private static int Number(string tambon, int i) => (Index(tambon) * PerTambon) + i;

    private static int Index(string tambon) => PhayaoPlaces.Tambons.ToList().IndexOf(tambon);
}
