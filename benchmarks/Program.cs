using System.Globalization;
using CddFunctions.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

switch (args)
{
    case ["store", var directory]:
        await DocumentStore.RunAsync(directory);
        return 0;
    case ["handins"]:
        await HandIns.RunAsync();
        return 0;
    case ["telemetry"]:
        await TelemetryCost.RunAsync();
        return 0;
    case ["ledger"]:
        await Ledger.RunAsync();
        return 0;
    case ["board"]:
        await BoardPages.RunAsync();
        return 0;
    case ["excel"]:
        await ExcelRows.RunAsync();
        return 0;
    case ["cosmos"]:
        await CosmosUnits.RunAsync();
        return 0;
    case ["startup"]:
        await Startup.RunAsync();
        return 0;
    case ["votes", var voters]:
        await Votes.RunAsync(int.Parse(voters, CultureInfo.InvariantCulture));
        return 0;
    case ["tally", var envelopes]:
        await TallySpeed.RunAsync(int.Parse(envelopes, CultureInfo.InvariantCulture));
        return 0;
    case ["echo", ..]:
        await Echo.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: board | cosmos | excel | handins | telemetry | ledger | startup | votes VOTERS | tally ENVELOPES | store DIRECTORY (an empty directory on the disk to measure)"
        );
        return 2;
}
