namespace CddFunctions.Web;

public sealed record SiteTexts(
    string Language,
    string OtherLanguage,
    string Skip,
    string Rehearsal,
    string AsOf,
    string Moment,
    string Due,
    string NoDue,
    string Print,
    string Previous,
    string Next
);

public sealed record MenuTexts(string Label);

/// <summary>Pages that say why there is nothing else to see.</summary>
/// <param name="Back">The way to the programme's start page.</param>
public sealed record RefusalTexts(string GoBack, string Back);

public sealed record MessageTexts(
    MessageText SignInNeeded,
    MessageText LinkInvalid,
    MessageText OtherCampaign,
    MessageText NoPage,
    MessageText UnknownCampaign,
    MessageText IntakeLink,
    MessageText UnknownLink,
    MessageText UnknownRevision,
    MessageText UnknownUnitSet
);

public sealed record MessageText(string Title, string Detail);
