namespace CddFunctions.Pages;

public sealed record HistoryTexts(string Title);
