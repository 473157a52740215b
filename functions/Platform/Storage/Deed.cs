namespace CddFunctions.Platform.Storage;

/// <summary>
/// An act as the campaign's audit will hold it. It is handed to the write that carries it out, so that neither is ever there without the
/// other. It holds ids and numbers only, never a name or typed text.
/// </summary>
/// <param name="Campaign">Id of the campaign whose chain holds the entry.</param>
/// <param name="By">Link id, <c>admin-key</c>, or <c>system</c> for what the application does by itself.</param>
/// <param name="What">The kind of act, a word in kebab-case such as <c>handed-in</c>.</param>
/// <param name="Subject">What the act is done to: <c>task:unit</c>, <c>roster:unit</c>, a link, an export, a ballot.</param>
/// <param name="Detail">A receipt, a revision, a hash. Empty when there is nothing to add.</param>
public sealed record Deed(string Campaign, string By, string Role, string What, string Subject, string Detail, DateTimeOffset At);
