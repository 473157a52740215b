namespace CddFunctions.Pages;

/// <summary>What was handed in and what became of it.</summary>
public sealed record HistoryTexts(
    string Title, string Money, string Yes, string No, string NotGiven, string NoFile, string Pages, string PagesNotA4, string Pixels);
