using static CddFunctions.Demo.Expected;
using static CddFunctions.Demo.Phayao.PhayaoLeaders;
using static CddFunctions.Demo.Script;

namespace CddFunctions.Demo.Phayao;

/// <summary>
/// March: the province puts its earlier lists in place, districts correct them by the 23rd. Mae Tam's has 14 names at
/// first, Huai Khao Kam's one name twice; Pong is a day late. On the 30th the province sends all 150 on.
/// </summary>
internal static class PhayaoRosters
{
    private const string Roster = "py-leaders";
    private const string Send = "t-roster-district";

    public static IEnumerable<Step> Steps =>
        [
            .. PhayaoPlaces.Tambons.Select(t => At("2021-03-15 10:00", "admin", RosterDeeds.PutList(Roster, t, EarlierOf(t)), Done)),
            .. ByWorkbook("2021-03-17 10:00", "560101"),
            .. ByWorkbook("2021-03-17 14:00", "560301"),
            .. ByList("2021-03-18 09:00", "560401"),
            .. ByList("2021-03-18 15:00", "560501"),
            .. ByWorkbook("2021-03-19 11:00", "560701"),
            .. ByList("2021-03-19 16:00", "560801"),
            At("2021-03-22 09:30", "5601", RosterDeeds.PutList(Roster, "560102", WithoutLast("560102")), Refused(422, "๑๔")),
            .. ByList("2021-03-22 10:10", "560102"),
            At("2021-03-22 13:00", "5602", RosterDeeds.PutWorkbook(Roster, "560201", WithTwin("560201")), Refused(422, "ซ้ำกับแถวที่")),
            .. ByWorkbook("2021-03-22 13:40", "560201"),
            .. ByList("2021-03-23 23:58", "560901"),
            .. ByList("2021-03-24 08:30", "560601", Late),
            .. Accepts("2021-03-25 09:00", Send, [.. PhayaoPlaces.Tambons]),
            Sends("2021-03-30 10:00", "56", "t-roster-province", Fields.None, OnTimely),
            Sends("2021-03-31 10:00", "56", "t-database", Fields.None, Undated),
        ];

    private static IEnumerable<Step> ByList(string at, string tambon, Expected? answer = null) =>
        [
            At(at, tambon[..4], RosterDeeds.PutList(Roster, tambon, Of(tambon)), Done.Saying("added")),
            SendsFor(at, tambon, Send, Fields.None, answer ?? OnTimely),
        ];

    private static IEnumerable<Step> ByWorkbook(string at, string tambon) =>
        [
            At(at, tambon[..4], RosterDeeds.PutWorkbook(Roster, tambon, Of(tambon)), Done.Saying("corrected")),
            SendsFor(at, tambon, Send, Fields.None, OnTimely),
        ];
}
