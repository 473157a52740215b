namespace CddFunctions.Pages;

public sealed record LinksTexts(string Title);
