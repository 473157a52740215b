namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>The hand-in page and its inputs, which the roster page has too.</summary>
public sealed record HandInTexts(
    string Title, string From, string ByClause, string Due, string Window, string Reason, string Form, string Notice,
    string Awaited, string Proposed, string SignatureRequired, string SignatureNotRequired, string SignatureNotStated,
    string Receipts, string ReceiptOf, string History, string Back, string Required, string RequiredNote, string NoFields,
    string Choose, string Yes, string No, string Day, string Month, string Year, string Line, string AddLines, string SumOf,
    string MostLetters, string LettersLeft, string MostChoices, string Between, string AtLeast, string AtMost,
    string ExactLines, string LeastLines, string MostLines, string MostFiles, string MostPages, string MostPagesA4, string MostTime,
    string MostMegabytes, string MostMegabytesEach, string FilesTogether,
    string RosterCount, string RosterNone, string RosterOpen,
    string MissingTitle, string MissingNote, string Incomplete,
    string Wrong, string ChangeTitle, string WaitingNote, string ReviseNote, string OneMore, string EarlierTitle, string EarlierMore,
    string Send, string SendRevision, string SendOneMore, string Content, string OpenTask, string Decided, string ReturnedAt, HandInScriptTexts Script);

/// <summary>What the script says. <c>{0}</c> is filled in there.</summary>
public sealed record HandInScriptTexts(
    string DraftFound, string DraftNote, string DraftDiscard, string Uploading, string Measuring, string Cancel, string UploadFailed, string TooLarge, string TooMany,
    string Retry, string Offline, string SendAgain, string Sending, string StillUploading, string RemoveLine, string Removed);

/// <summary>What an office keeps after handing in.</summary>
public sealed record ReceiptTexts(
    string Title, string Number, string Task, string Unit, string Revision, string ReceivedAt, string Timing, string Warnings, string Missing, string Back);
