using Azure.Core;
using CddFunctions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace CddFunctions.Adapters.Blobs;

public static class BlobsSetup
{
    public static IServiceCollection AddBlobs(this IServiceCollection services)
    {
        services
            .AddOptions<BlobOptions>()
            .Validate(
                BlobOptions.IsComplete,
                "ต้องตั้งค่า Blob:ServiceUri (https) หรือ Blob:ConnectionString อย่างใดอย่างหนึ่ง / with Storage:Files=blob either Blob:ServiceUri (https) or Blob:ConnectionString is needed."
            );
        return services
            .AddSingleton(s => BlobAccount.Open(s.GetRequiredService<IOptions<BlobOptions>>().Value, s.GetRequiredService<TokenCredential>))
            .AddSingleton<IStartCheck, BlobStartCheck>()
            .AddSingleton<IFiles>(s => Files(s, BlobAccount.Files))
            .AddSingleton(s => new PublishedFiles(Files(s, BlobAccount.Published)))
            .AddSingleton<IIncoming>(s => new BlobIncoming(s.GetRequiredService<BlobAccount>(), s.GetRequiredService<TimeProvider>()));
    }

    private static BlobFiles Files(IServiceProvider services, string container) =>
        new(services.GetRequiredService<BlobAccount>(), container, services.GetRequiredService<TimeProvider>());
}
