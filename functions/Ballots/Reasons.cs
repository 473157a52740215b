namespace CddFunctions.Ballots;

/// <summary>Pure: what counts as a reason.</summary>
internal static class Reasons
{
    private const int Longest = 1000;

    public static bool Are([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= Longest;
}
