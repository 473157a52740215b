using Azure.Core;
using Azure.Identity;

namespace CddFunctions.Adapters.Identity;

/// <summary>One credential for the whole process, so that its tokens are fetched once.</summary>
public static class AzureCredentials
{
    /// <remarks>A managed identity and nothing else: a chain of guesses would be slow and could find somebody's own account.</remarks>
    public static TokenCredential Of(AzureOptions options) =>
        new ManagedIdentityCredential(
            options.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned
        );
}
