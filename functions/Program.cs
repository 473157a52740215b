using System.Globalization;
using CddFunctions.Host;

// Machine values are never formatted in Thai: under th-TH a year would be written 2567 and read back as 1478.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return await CommandLine.RunAsync(args);
