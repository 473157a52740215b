using static CddFunctions.Demo.Expected;
using static CddFunctions.Demo.Script;

namespace CddFunctions.Demo.Phayao;

/// <summary>
/// February to May: the kick-off, training at every point, the units the letter leaves open, publicity, and a form that has not come.
/// </summary>
internal static class PhayaoProvince
{
    private const string Publicise = "t-publicise";

    public static IEnumerable<Step> Steps =>
        [
            At("2021-02-17 08:30", "admin", RosterDeeds.Choose("py-target-tambons", PhayaoPlaces.ChosenTambons), Done),
            Sends("2021-02-19 17:00", "56", "t-kickoff", Fields.None, Undated),
            .. PhayaoPlaces.Tambons.Select(t => SendsFor("2021-02-25 16:00", t, "t-all-points", Fields.None, OnTimely)),
            At("2021-03-15 09:00", "admin", RosterDeeds.Choose("py-villages", PhayaoPlaces.ChosenVillages), Done),
            .. Enumerable
                .Range(1, 9)
                .Select(d => Sends($"2021-04-{d + 1:00} 11:00", $"560{d}", Publicise, Reading(d, 40 * d), Undated, Shot)),
            .. Enumerable
                .Range(1, 3)
                .Select(d => Sends($"2021-05-{d + 9:00} 11:00", $"560{d}", Publicise, Reading(d, 95 * d), Undated, Shot)),
            At("2021-05-20 10:00", "56", Deeds.HandIn("t-model-lessons", "56", Fields.None), Refused(409, "form-awaited")),
        ];

    private static Attachment Shot => new("shot", "ภาพหน้าจอสมมติ.png", Files.DemoPicture.Png);

    private static Fields Reading(int district, int likes) =>
        new()
        {
            ["tambon"] = PhayaoPlaces.Tambons[district == 1 ? 0 : district],
            ["channel"] = "ch-facebook",
            ["url"] = $"https://example.org/demo/560{district}",
            ["likes"] = likes,
            ["follows"] = likes / 2,
            ["shares"] = likes / 5,
        };
}
