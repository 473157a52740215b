using static CddFunctions.Demo.Expected;
using static CddFunctions.Demo.Rayong.RayongForms;
using static CddFunctions.Demo.Script;

namespace CddFunctions.Demo.Rayong;

/// <summary>
/// March and April: a plot, an activity with seven partners, or both; partners; work in the villages. Pluak Daeng's
/// register is returned and not mended, Nikhom Phatthana's still waits.
/// </summary>
internal static class RayongWork
{
    private const string Area = "t-select-area";
    private const string Instead = "t-innovation-activity";
    private const string Register = "t-partners";
    private const string Drive = "t-drive";

    public static IEnumerable<Step> Steps =>
        [
            Sends("2024-02-28 11:00", "2101", Area, Plot("210101", 3), Undated),
            Sends("2024-02-29 15:30", "2102", Area, Plot("210201", 1), Undated),
            Sends("2024-03-01 10:00", "2103", Area, Plot("210301", 7), Undated),
            Sends("2024-03-04 09:20", "2104", Area, Plot("210401", 2), Undated),
            Sends("2024-03-05 16:10", "2108", Area, Plot("210801", 5), Undated),
            .. Accepts("2024-03-06 09:00", Area, "2101", "2102", "2103", "2104", "2108"),
            Sends("2024-03-18 17:00", "2105", Instead, Activity("ak-volunteer", "๑๖ มีนาคม ๒๕๖๗", 120), Undated),
            Sends("2024-03-19 17:00", "2106", Instead, Activity("ak-women", "17/03/2567", 80), Undated),
            Sends("2024-03-20 17:00", "2108", Instead, Activity("ak-leaders", "2024-03-18", 60), Undated),
            .. Accepts("2024-03-21 09:00", Instead, "2105", "2106", "2108"),
            .. Active[..5].Select(office => Sends("2024-03-25 14:00", office, Register, Partners(7), Undated)),
            Sends("2024-03-26 14:00", "2106", Register, Partners(5), Undated.Saying("all-partners")),
            .. Accepts("2024-03-27 09:00", Register, "2101", "2102", "2103", "2104", "2105"),
            At("2024-03-27 09:10", "admin", Deeds.Return(Register, "2106", "ยังขาดภาคประชาสังคมและสื่อมวลชน"), Done),
            Sends("2024-05-29 16:00", "2108", Register, Partners(7), Undated),
            Sends(
                "2024-04-02 15:00",
                "2101",
                Drive,
                Activity("ak-join", "1 เม.ย. 2567", 45, households: 12, jobs: 3, income: 18_500),
                Undated
            ),
            Sends(
                "2024-04-03 15:00",
                "2102",
                Drive,
                Activity("ak-share", "2 เม.ย. 2567", 30, households: 20, jobs: 1, income: 6_000),
                Undated
            ),
            Sends(
                "2024-04-04 15:00",
                "2103",
                Drive,
                Activity("ak-join", "3 เม.ย. 2567", 52, households: 8, jobs: 4, income: 22_750.50m),
                Undated
            ),
            Sends("2024-04-05 15:00", "2104", Drive, Activity("ak-learn", "4 เม.ย. 2567", 25, households: 5), Undated),
            Sends(
                "2024-04-09 15:00",
                "2105",
                Drive,
                Activity("ak-join", "8 เม.ย. 2567", 40, households: 10, jobs: 2, income: 9_900),
                Undated
            ),
            Sends("2024-04-10 15:00", "2106", Drive, Activity("ak-share", "9 เม.ย. 2567", 33, households: 15, income: 4_200), Undated),
            Sends(
                "2024-04-11 15:00",
                "2108",
                Drive,
                Activity("ak-join", "10 เม.ย. 2567", 48, households: 9, jobs: 5, income: 31_000),
                Undated
            ),
            Sends(
                "2024-04-22 15:00",
                "2101",
                Drive,
                Activity("ak-share", "20 เม.ย. 2567", 64, households: 25, jobs: 2, income: 12_000),
                Undated
            ),
            .. Accepts("2024-04-23 09:00", Drive, Active),
        ];
}
