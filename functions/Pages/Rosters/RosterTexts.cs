namespace CddFunctions.Pages;

public sealed record RosterTexts(string Title);
