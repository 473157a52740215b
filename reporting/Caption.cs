namespace CddFunctions.Reporting;

/// <summary>The same words in Thai and English, Thai first. Reporting knows nothing of the application, so it has its own.</summary>
public sealed record Caption(string Th, string En);
