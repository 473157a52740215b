namespace CddFunctions.Campaigns.Pages;

/// <summary>The check of a new file.</summary>
public sealed record CheckTexts(
    string Title,
    string Explain,
    string File,
    string FileNote,
    string Paste,
    string PasteNote,
    string Button,
    string Empty,
    string TooLarge,
    string Errors,
    string Warnings,
    string Ok,
    string OtherProgramme,
    string Same,
    string Changes,
    string HowTitle,
    string How1,
    string How2,
    string How3,
    string How4,
    string Again,
    string More,
    string Rule,
    string Place
);

/// <summary>Every definition that was ever in force.</summary>
public sealed record RevisionTexts(
    string Title,
    string Explain,
    string Number,
    string InForce,
    string LaunchedAt,
    string Hash,
    string First,
    string Open,
    string Download,
    string Unreadable,
    string Against,
    string NoChange,
    string Missing,
    string Old,
    string Back,
    string Member,
    string Before,
    string After,
    string Nothing,
    string TwoPeople
);

/// <summary>A definition that waits for its second administrator.</summary>
public sealed record ProposalTexts(
    string Title,
    string Explain,
    string None,
    string Number,
    string By,
    string Hash,
    string Warnings,
    string Own,
    string ConfirmTitle,
    string ConfirmNote,
    string Confirm,
    string WithdrawTitle,
    string Withdraw,
    string Proposed,
    string Withdrawn,
    string Live,
    string Propose,
    string Again,
    string Replaces,
    string Waiting,
    string Open,
    string Check
);
