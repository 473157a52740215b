namespace CddFunctions.Platform.Storage;

/// <summary>Which adapters are in use, for /api/health: such as <c>sqlite 3.40.1</c> and <c>folder</c>.</summary>
/// <param name="ReadOnly">True when the store could not be written at the start, so that it is only read until the next one; else
/// absent.</param>
public sealed record StorageDescription(string Documents, string Files, bool? ReadOnly = null);
