namespace CddFunctions.Pages;

public sealed record ProgrammeTexts(string Title);
