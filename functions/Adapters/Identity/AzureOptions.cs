namespace CddFunctions.Adapters.Identity;

/// <summary>Who the application is towards Azure: Cosmos DB, Blob storage, Application Insights.</summary>
public sealed class AzureOptions
{
    /// <summary>Client id of the user-assigned managed identity; empty = the app's own (system-assigned) one.</summary>
    public string? ClientId
    {
        get;
        set => field = value is "" ? null : value;
    }
}
