namespace CddFunctions.Pages;

public sealed record AuditTexts(string Title);
