using Azure.Core;
using CddFunctions.Platform.Storage;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;

namespace CddFunctions.Adapters.Cosmos;

public static class CosmosSetup
{
    public static IServiceCollection AddCosmos(this IServiceCollection services)
    {
        services
            .AddOptions<CosmosOptions>()
            .Validate(
                CosmosOptions.IsComplete,
                "ต้องตั้งค่า Cosmos:Endpoint (ที่อยู่ของบัญชี), Cosmos:Database และ Cosmos:Container / Storage:Documents=cosmos needs Cosmos:Endpoint (address of the account), Cosmos:Database and Cosmos:Container."
            );
        return services
            .AddSingleton(s => CosmosClients.Open(Options(s), s.GetRequiredService<TokenCredential>))
            .AddSingleton(s => s.GetRequiredService<CosmosClient>().GetContainer(Options(s).Database, Options(s).Container))
            .AddSingleton<IStartCheck>(s => new CosmosStartCheck(
                s.GetRequiredService<CosmosClient>(),
                s.GetRequiredService<Container>(),
                TimeProvider.System
            ))
            // Waits are real, also in a rehearsal
            .AddSingleton<IDocuments>(s => new CosmosDocuments(
                s.GetRequiredService<Container>(),
                TimeProvider.System,
                log: s.GetRequiredService<ILogger<CosmosDocuments>>()
            ));
    }

    private static CosmosOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<CosmosOptions>>().Value;
}
