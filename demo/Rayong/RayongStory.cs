namespace CddFunctions.Demo.Rayong;

/// <summary>Rayong 2567, from the meeting in January to the end of May.</summary>
internal static class RayongStory
{
    public static Story Story { get; } =
        new(
            "rayong-2567",
            Script.Moment("2024-01-22 08:00"),
            Script.Moment("2024-05-31 09:00"),
            [.. RayongProvince.Steps, .. RayongPlans.Steps, .. RayongWork.Steps, .. RayongVolumes.Steps, .. RayongVote.Steps]
        );
}
