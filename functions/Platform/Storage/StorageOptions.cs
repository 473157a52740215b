using System.ComponentModel.DataAnnotations;

namespace CddFunctions.Platform.Storage;

/// <summary>Which stores the installation runs on.</summary>
public sealed class StorageOptions
{
    /// <summary><c>sqlite</c> (one machine) or <c>cosmos</c>.</summary>
    [AllowedValues("sqlite", "cosmos", ErrorMessage = "Storage:Documents is sqlite or cosmos.")]
    public string Documents { get; set; } = "sqlite";

    /// <summary><c>folder</c> (one machine) or <c>blob</c>.</summary>
    [AllowedValues("folder", "blob", ErrorMessage = "Storage:Files is folder or blob.")]
    public string Files { get; set; } = "folder";
}
