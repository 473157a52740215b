using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>Arithmetic of counts that may be limits: two counts agree when one number could satisfy both.</summary>
internal static class Limits
{
    public static bool Agree(this Count a, Count b) => Low(a) <= High(b) && Low(b) <= High(a);

    public static Count Times(this Count a, Count b) =>
        new(Clamp(Low(a) * Low(b)), a.Max is null || b.Max is null ? null : Clamp(High(a) * High(b)));

    public static Count Exactly(int n) => new(n, n);

    private static long Low(Count c) => c.Min ?? 0;

    private static long High(Count c) => c.Max ?? int.MaxValue;

    private static int Clamp(long n) => (int)Math.Min(n, int.MaxValue);
}
