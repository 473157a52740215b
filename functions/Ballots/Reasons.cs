using System.Diagnostics.CodeAnalysis;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Ballots;

/// <summary>Pure: what counts as a reason.</summary>
internal static class Reasons
{
    public static bool Are([NotNullWhen(true)] string? text) => TypedText.IsReason(text);
}
