using System.ComponentModel.DataAnnotations;

namespace CddFunctions.Host;

/// <summary>What the command line may override; null = the setting, else its default.</summary>
public sealed record ServeArguments(int? Port = null, string? Data = null, string? Clock = null, string? ClockFile = null)
{
    public ServeArguments Or(ServeOptions settings) =>
        this with
        {
            Clock = Clock ?? settings.Clock,
            ClockFile = ClockFile ?? settings.ClockFile,
        };
}

/// <summary>How the application is served.</summary>
public sealed class ServeOptions
{
    /// <summary>Port on 127.0.0.1; 0 = any free one. Not used in the Functions worker, which has its own port.</summary>
    [Range(0, 65535)]
    public int Port { get; set; } = 7071;

    /// <summary>
    /// Rehearsal: the moment at which the installation's clock starts, in ISO 8601; without an offset the time in Bangkok. Refused in
    /// Azure.
    /// </summary>
    public string? Clock
    {
        get;
        set => field = value is "" ? null : value;
    }

    /// <summary>Rehearsal: a file that holds the moment; the clock stands still until the file is rewritten. Refused in Azure.</summary>
    public string? ClockFile
    {
        get;
        set => field = value is "" ? null : value;
    }
}
