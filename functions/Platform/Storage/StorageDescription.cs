namespace CddFunctions.Platform.Storage;

/// <summary>Which adapters are in use, for /api/health: such as <c>sqlite 3.40.1</c> and <c>folder</c>.</summary>
public sealed record StorageDescription(string Documents, string Files);
