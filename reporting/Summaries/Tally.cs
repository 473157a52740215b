using System.Runtime.InteropServices;
using CddFunctions.Reporting.Datasets;

namespace CddFunctions.Reporting.Summaries;

/// <summary>
/// Obligations counted, for the workbook and for the pages alike. Every row that is owed is handed in, overdue, or neither yet.
/// </summary>
/// <param name="Units">All rows.</param>
/// <param name="Owed">Without those that nobody waits for any more, because another task of the choice group suffices.</param>
/// <param name="HandedIn">Rows handed in as often as the task asks, whatever the review said: submitted, returned or accepted.</param>
/// <param name="OnTime">Rows handed in by the due time; <paramref name="Late"/> after it. Neither counts rows without a date.</param>
/// <param name="ChoiceMet">Rows whose unit has done enough tasks of the choice group.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tally(
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
    public static Tally Of(ObligationRow row) => Of(row.Shown(), row.OnTime, row.ChoiceMet);

    public static Tally Of(WorkState state, bool? onTime, bool? choiceMet)
    {
        var handedIn = state is WorkState.Waiting or WorkState.HandedIn or WorkState.Returned or WorkState.Accepted;
        return new(
            Units: 1,
            Owed: One(state is not WorkState.NotNeeded),
            HandedIn: One(handedIn),
            Accepted: One(state is WorkState.Accepted),
            Returned: One(state is WorkState.Returned),
            OnTime: One(handedIn && onTime is true),
            Late: One(handedIn && onTime is false),
            Overdue: One(state is WorkState.Overdue),
            ChoiceMet: One(choiceMet is true)
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
