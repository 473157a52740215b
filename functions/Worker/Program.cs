using System.Globalization;
using CddFunctions.Host;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// As in every head: machine values are never formatted in Thai.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Before the worker says that it is ready: no request comes while the campaigns are not in force.
await using var guest = await Guest.StartAsync(CancellationToken.None);

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton(guest);
await builder.Build().RunAsync();
