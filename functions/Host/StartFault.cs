using CddFunctions.Platform.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>
/// Turns faults that the operator can mend (settings, port, folders) into one sentence.
/// Anything else is a fault of the program and keeps its stack trace.
/// </summary>
public static class StartFault
{
    /// <summary>The sentence in Thai and English; null = not the operator's to mend.</summary>
    public static string? Sentence(Exception fault, int port) =>
        Reason(fault, port) is { } reason ? $"เริ่มไม่ได้ / cannot start: {reason}" : null;

    private static string? Reason(Exception fault, int port) =>
        fault switch
        {
            IOException { InnerException: AddressInUseException } =>
                $"port {port} is in use; stop what uses it or name another with --port.",
            ArgumentOutOfRangeException { ParamName: "port" } => $"{port} is no port; name one from 0 to 65535.",
            OptionsValidationException settings => string.Join(' ', settings.Failures),
            // How the binder reports a value of the wrong type
            InvalidOperationException { InnerException: ArgumentException } setting => setting.Message,
            StartCheckException missing => missing.Message,
            StorageUnavailableException outage => $"{outage.Message} {outage.InnerException?.Message}".Trim(),
            UnauthorizedAccessException or IOException => fault.Message,
            _ => null,
        };
}
