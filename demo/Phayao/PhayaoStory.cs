namespace CddFunctions.Demo.Phayao;

/// <summary>Phayao 2564, from the kick-off in February to the end of May.</summary>
internal static class PhayaoStory
{
    public static Story Story { get; } =
        new(
            "phayao-2564",
            Script.Moment("2021-02-17 08:00"),
            Script.Moment("2021-05-31 09:00"),
            [.. PhayaoProvince.Steps, .. PhayaoRosters.Steps, .. PhayaoProposals.Steps, .. PhayaoLessons.Steps]
        );
}
