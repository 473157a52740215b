using System.Globalization;
using CddFunctions.Demo;

// Machine values are never formatted in Thai, as in the application itself.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return await DemoCommand.Create().Parse(args).InvokeAsync();
