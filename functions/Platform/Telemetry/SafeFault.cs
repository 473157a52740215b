using System.Globalization;
using System.Text;

namespace CddFunctions.Platform.Telemetry;

/// <summary>
/// An exception without what it quotes: type, stack trace and, where the type is ours, the message. A JSON exception, for
/// one, names the keys and letters it met, and those are somebody's name or telephone number. The code (HResult) is kept,
/// because it tells a full disk from a missing file.
/// </summary>
public static class SafeFault
{
    private const int Deepest = 8;

    public static string TypeOf(Exception e) => e.GetType().FullName ?? e.GetType().Name;

    /// <summary>Our own words, or the code of the fault.</summary>
    public static string Message(Exception e) =>
        Allowed.Message(e) ? e.Message : string.Create(CultureInfo.InvariantCulture, $"HResult 0x{e.HResult:X8}");

    /// <summary>The exception and what caused it, outermost first, each with its stack.</summary>
    public static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        var depth = 0;
        for (Exception? e = exception; e is not null && depth < Deepest; e = e.InnerException, depth++)
        {
            text.Append(depth == 0 ? "" : " ---> ").Append(TypeOf(e)).Append(": ").Append(Message(e)).Append('\n');
            if (e.StackTrace is { } stack)
                text.Append(stack).Append('\n');
        }

        return text.ToString().TrimEnd();
    }
}
