namespace CddFunctions.Reporting.Datasets;

public enum ObligationState
{
    Open,
    Submitted,
    Returned,
    Accepted,
    Overdue,
}

/// <summary>How far a date can be trusted; the words of the campaign definition.</summary>
public enum DueBasis
{
    Stated,
    Inferred,
    Assumed,
    Platform,
}
