using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>Chooses the application's clock: the real one, unless settings or command line ask for a rehearsal.</summary>
public static class Clocks
{
    /// <exception cref="OptionsValidationException">Two clocks are asked for, or the file of one holds no moment.</exception>
    public static TimeProvider Of(ServeArguments arguments) =>
        arguments switch
        {
            { Clock: not null, ClockFile: not null } => throw new OptionsValidationException(
                nameof(ServeOptions.Clock),
                typeof(ServeOptions),
                ["A rehearsal has one clock: set Serve:Clock (--clock) or Serve:ClockFile (--clock-file), not both."]
            ),
            { ClockFile: { } file } => new FileClock(file),
            { Clock: { } moment } => new RehearsalClock(moment),
            _ => TimeProvider.System,
        };

    public static bool IsRehearsal(this TimeProvider clock) => clock is RehearsalClock or FileClock;
}
