using System.Runtime.InteropServices;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Summaries;

/// <summary>Obligations counted. Every row that is owed is handed in, overdue, or neither yet.</summary>
/// <param name="Units">All rows.</param>
/// <param name="Owed">Without those that nobody waits for any more, because another task of the choice group suffices.</param>
/// <param name="HandedIn">Rows handed in as often as the task asks, whatever the review said: submitted, returned or accepted.</param>
/// <param name="OnTime">Rows handed in by the due time; <paramref name="Late"/> after it. Neither counts rows without a date.</param>
/// <param name="ChoiceMet">Rows whose unit has done enough tasks of the choice group.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Tally(
    int Units,
    int Owed,
    int HandedIn,
    int Accepted,
    int Returned,
    int OnTime,
    int Late,
    int Overdue,
    int ChoiceMet
)
{
    public static Tally Of(ObligationRow row)
    {
        var handedIn = row.State is ObligationState.Submitted or ObligationState.Returned or ObligationState.Accepted;
        return new(
            Units: 1,
            Owed: One(handedIn || row.ChoiceMet is not true),
            HandedIn: One(handedIn),
            Accepted: One(row.State is ObligationState.Accepted),
            Returned: One(row.State is ObligationState.Returned),
            OnTime: One(handedIn && row.OnTime is true),
            Late: One(handedIn && row.OnTime is false),
            Overdue: One(row.State is ObligationState.Overdue),
            ChoiceMet: One(row.ChoiceMet is true)
        );
    }

    public static Tally operator +(Tally a, Tally b) =>
        new(
            a.Units + b.Units,
            a.Owed + b.Owed,
            a.HandedIn + b.HandedIn,
            a.Accepted + b.Accepted,
            a.Returned + b.Returned,
            a.OnTime + b.OnTime,
            a.Late + b.Late,
            a.Overdue + b.Overdue,
            a.ChoiceMet + b.ChoiceMet
        );

    private static int One(bool counts) => counts ? 1 : 0;
}
