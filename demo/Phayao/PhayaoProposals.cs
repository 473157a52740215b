using static CddFunctions.Demo.Expected;
using static CddFunctions.Demo.Script;

namespace CddFunctions.Demo.Phayao;

/// <summary>
/// April: a proposal of at most 100,000 baht from each of twenty villages. One asks for more, one does not add up; both
/// are mended. The last village comes after the province has sent the collection on without it.
/// </summary>
internal static class PhayaoProposals
{
    private const string Send = "t-proposal";
    private const string Collect = "t-proposal-collect";

    private static readonly string[] InTime = [.. PhayaoPlaces.Villages.SkipLast(1)];
    private static readonly string Last = PhayaoPlaces.Villages[^1];

    public static IEnumerable<Step> Steps =>
        [
            SendsFor("2021-04-07 09:00", InTime[4], Send, Proposal(60_000, 45_000), Refused(422, "105,000")),
            SendsFor("2021-04-08 09:00", InTime[7], Send, Proposal(60_000, 40_000).With("total", 90_000), Refused(422, "sum")),
            .. InTime.Select(
                (village, i) =>
                    SendsFor($"2021-04-{9 + (i % 20):00} 10:{i:00}", village, Send, Proposal(52_000 + (i * 1_000), 30_000), OnTimely)
            ),
            .. Accepts("2021-04-29 15:00", Send, InTime),
            At("2021-04-30 15:00", "56", Deeds.HandIn(Collect, "56", Fields.None), Refused(409, Last)),
            At("2021-04-30 15:05", "56", Deeds.HandInIncomplete(Collect, "56", Fields.None), OnTimely.Saying(Last)),
            SendsFor("2021-05-03 10:00", Last, Send, Proposal(70_000, 30_000), Late),
            .. Accepts("2021-05-04 09:00", Send, Last),
        ];

    private static Fields Proposal(int materials, int training) =>
        new()
        {
            ["name"] = "โครงการสมมติ ธนาคารเมล็ดพันธุ์ของหมู่บ้าน",
            ["rationale"] = "ข้อความสมมติเพื่อการสาธิตระบบ",
            ["objectives"] = "ให้ทุกครัวเรือนมีผักกินเอง (สมมติ)",
            ["food-security"] = "มีอาหารพอกินตลอดปี (สมมติ)",
            ["lines"] = new List<Fields>
            {
                new() { ["item"] = "วัสดุเพาะปลูก", ["amount"] = materials },
                new() { ["item"] = "อบรม", ["amount"] = training },
            },
            ["total"] = materials + training,
            ["expected"] = "ผลสมมติ",
        };
}
