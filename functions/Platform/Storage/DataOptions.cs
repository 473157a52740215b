using System.ComponentModel.DataAnnotations;

namespace CddFunctions.Platform.Storage;

/// <summary>Where the embedded installation keeps its state.</summary>
public sealed class DataOptions
{
    /// <summary>Folder of the database, the files and the two secrets.</summary>
    [Required]
    public string Folder { get; set; } = "data";
}
