using CddFunctions.Platform.Identity;
using CddFunctions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <summary>
/// What may never run in Azure. Each instance has a disk of its own that goes with it, so whatever is kept there is lost or differs.
/// </summary>
public static class AzureRules
{
    /// <exception cref="OptionsValidationException">One sentence for every setting that must change.</exception>
    public static void Check(IServiceProvider services, bool rehearsal)
    {
        var refusals = Refusals(rehearsal, Of<StorageOptions>(services), Of<IdentityOptions>(services)).ToList();
        if (refusals.Count > 0)
            throw new OptionsValidationException("Azure", typeof(AzureRules), refusals);
    }

    public static IEnumerable<string> Refusals(bool rehearsal, StorageOptions storage, IdentityOptions identity)
    {
        if (rehearsal)
            yield return "A rehearsal (Serve:Clock, Serve:ClockFile) is refused in Azure: real due dates would be judged by a made-up time.";
        if (storage.Documents is "sqlite")
            yield return "Storage:Documents is sqlite, but instances in Azure share no disk; set it to cosmos.";
        if (storage.Files is "folder")
            yield return "Storage:Files is folder, but instances in Azure share no disk; set it to blob.";
        if (identity.AdminKey is null)
            yield return "AdminKey is empty: each instance in Azure would make its own; set it from Key Vault.";
        if (identity.TokenSecret is null)
            yield return "TokenSecret is empty: each instance in Azure would make its own and refuse the links of the others; set it from Key Vault.";
    }

    private static T Of<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;
}
