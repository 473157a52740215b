using System.Text.Json;
using CddFunctions.Platform;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>Chooses the application's clock: the real one, unless settings or command line ask for a rehearsal.</summary>
public static class Clocks
{
    /// <exception cref="OptionsValidationException">Two clocks are asked for, or one holds no moment.</exception>
    public static TimeProvider Of(ServeArguments arguments) =>
        arguments switch
        {
            { Clock: not null, ClockFile: not null } => throw new OptionsValidationException(
                nameof(ServeOptions.Clock),
                typeof(ServeOptions),
                ["A rehearsal has one clock: set Serve:Clock (--clock) or Serve:ClockFile (--clock-file), not both."]
            ),
            { ClockFile: { } file } => new FileClock(file),
            { Clock: { } moment } => new RehearsalClock(Moment(moment)),
            _ => TimeProvider.System,
        };

    private static DateTimeOffset Moment(string text)
    {
        try
        {
            return JsonSerializer.SerializeToElement(text).Deserialize<DateTimeOffset>(Json.Options);
        }
        catch (JsonException)
        {
            throw new OptionsValidationException(
                nameof(ServeOptions.Clock),
                typeof(ServeOptions),
                [$"Serve:Clock (--clock): {text} is no moment such as 2024-05-10T09:00:00+07:00."]
            );
        }
    }

    public static bool IsRehearsal(this TimeProvider clock) => clock is RehearsalClock or FileClock;
}
