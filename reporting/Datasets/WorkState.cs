namespace CddFunctions.Reporting.Datasets;

/// <summary>
/// How one task of one unit stands, in the words that people read: the same on every page and in every table. The most urgent comes first.
/// </summary>
public enum WorkState
{
    Overdue,
    Returned,

    /// <summary>Handed in, and waits for its reviewer.</summary>
    Waiting,
    Open,

    /// <summary>Handed in, and nobody reviews it.</summary>
    HandedIn,
    Accepted,

    /// <summary>Not handed in and not owed: others of the choice satisfy it.</summary>
    NotNeeded,
}

/// <summary>Pure: the state that is shown, from the stored facts of an obligation.</summary>
public static class WorkStates
{
    /// <param name="reviewed">Somebody has to accept the task.</param>
    /// <param name="choiceMet">The unit has done enough of the choice group that the task is in.</param>
    public static WorkState Of(ObligationState state, bool reviewed, bool? choiceMet) =>
        state switch
        {
            ObligationState.Open or ObligationState.Overdue when choiceMet is true => WorkState.NotNeeded,
            ObligationState.Open => WorkState.Open,
            ObligationState.Overdue => WorkState.Overdue,
            ObligationState.Submitted => reviewed ? WorkState.Waiting : WorkState.HandedIn,
            ObligationState.Returned => WorkState.Returned,
            ObligationState.Accepted => WorkState.Accepted,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "unknown state"),
        };

    public static string Thai(WorkState state) =>
        state switch
        {
            WorkState.Overdue => "เกินกำหนด",
            WorkState.Returned => "ส่งกลับให้แก้ไข",
            WorkState.Waiting => "รอตรวจรับ",
            WorkState.Open => "ยังไม่ส่ง",
            WorkState.HandedIn => "ส่งแล้ว",
            WorkState.Accepted => "รับแล้ว",
            WorkState.NotNeeded => "ไม่ต้องส่งแล้ว",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
