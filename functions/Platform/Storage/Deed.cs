namespace CddFunctions.Platform.Storage;

/// <summary>
/// What somebody does, as its programme's record will hold it: handed to the write that does it, so that neither is ever
/// there without the other. Ids and numbers only: never a name, never typed text.
/// </summary>
/// <param name="Campaign">The programme whose chain holds it.</param>
/// <param name="By">Link id, <c>admin-key</c>, or <c>system</c> for what the application does by itself.</param>
/// <param name="What">A word of the record in kebab-case, such as <c>handed-in</c>.</param>
/// <param name="Subject">What it is done to: <c>task:unit</c>, <c>roster:unit</c>, a link, an export, a ballot.</param>
/// <param name="Detail">A receipt, a revision, a hash. Empty when there is nothing to add.</param>
public sealed record Deed(string Campaign, string By, string Role, string What, string Subject, string Detail, DateTimeOffset At);
