namespace CddFunctions.Pages;

public sealed record HandInTexts(string Title);
