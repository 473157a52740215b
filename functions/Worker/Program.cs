using System.Globalization;
using CddFunctions.Host;
using CddFunctions.Worker;

// As in every head, machine values are written with the invariant culture, never in Thai (docs/rules.md 4).
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

try
{
    await FunctionsHead.RunAsync(args);
    return 0;
}
catch (Exception fault) when (StartFault.Sentence(fault, port: 0) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
