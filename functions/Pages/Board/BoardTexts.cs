namespace CddFunctions.Pages;

public sealed record BoardTexts(string Title);
