namespace CddFunctions.Platform.Audit;

/// <summary>
/// Everything that leaves an entry, for all features in one list so that a page can put each into words. Stored in
/// kebab-case (<c>handed-in</c>); a word that was ever stored keeps its meaning.
/// </summary>
public enum AuditDeed
{
    HandedIn,

    /// <summary>
    /// Only in chains of earlier versions: a hand-in or revision that came again under its key, whose first entry may be
    /// missing (docs/operations.md). Today no write is without its entry, so sending again leaves none.
    /// </summary>
    HandedInAgain,
    Revised,
    Accepted,
    Returned,

    /// <summary>An acceptance was taken back.</summary>
    Reopened,
    ReturnTakenBack,
    Extended,
    ExtensionTakenBack,
    SubmissionRead,
    FileRead,
    RosterPut,
    RosterRead,
    UnitsChosen,
    LinkMade,
    LinkRevoked,
    ExportMade,
    ExportRead,
    ExportRemoved,
    DefinitionLaunched,

    // the deeds from here to BallotAdopted belong to ballots
    RollPut,
    RollAdded,
    RollFrozen,
    RollRead,
    SlipsPrinted,
    CodeReissued,
    CloseExtensionProposed,
    CloseExtended,
    StopProposed,
    Stopped,
    KeyRefused,
    TallyBegun,
    Tallied,
    TieDecided,
    Certified,
    Published,
    PapersDropped,
    BallotAdopted,
}
