using Azure.Core;
using CddFunctions.Platform;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;

namespace CddFunctions.Adapters.Cosmos;

public static class CosmosSetup
{
    /// <summary>The one container: see docs/storage.md.</summary>
    public const string ContainerName = "documents";

    public static IServiceCollection AddCosmos(this IServiceCollection services)
    {
        services.AddOptions<CosmosOptions>().Validate(
            CosmosOptions.IsComplete,
            "ต้องตั้งค่า Cosmos:Endpoint (ที่อยู่ https ของบัญชี) และ Cosmos:Database / with Storage:Documents=cosmos both Cosmos:Endpoint (https address of the account) and Cosmos:Database are needed.");
        return services
            .AddSingleton(s => CosmosClients.Open(Options(s), s.GetRequiredService<TokenCredential>))
            .AddSingleton(s => s.GetRequiredService<CosmosClient>().GetContainer(Options(s).Database, ContainerName))
            .AddSingleton<IStartCheck>(s => new CosmosStartCheck(s.GetRequiredService<CosmosClient>(), s.GetRequiredService<Container>(), TimeProvider.System))
            .AddSingleton<IDocuments>(s => new CosmosDocuments(s.GetRequiredService<Container>(), TimeProvider.System)); // waits are real, also in a rehearsal
    }

    private static CosmosOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<CosmosOptions>>().Value;
}
