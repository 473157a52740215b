using Azure;
using Azure.Identity;
using CddFunctions.Platform.Storage;

namespace CddFunctions.Adapters.Blobs;

/// <summary>The one place where errors of the store become an outage; the SDK has tried again before.</summary>
internal static class BlobErrors
{
    public const int NotFound = 404;
    public const int Changed = 412;

    public static async Task<T> GuardAsync<T>(Func<Task<T>> action, CancellationToken ct)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (IsOutage(e, ct))
        {
            throw Outage(e);
        }
    }

    public static async Task<T> GuardAsync<T>(Func<Task<Response<T>>> action, CancellationToken ct) =>
        (await GuardAsync<Response<T>>(action, ct)).Value;

    public static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (IsOutage(e, CancellationToken.None))
        {
            throw Outage(e);
        }
    }

    // A try that took too long is a cancellation that the caller did not ask for; several failed tries come as an aggregate.
    private static bool IsOutage(Exception e, CancellationToken ct) =>
        // A missing assembly is a FileNotFoundException: a bug, not an outage.
        e is RequestFailedException or AuthenticationFailedException or AggregateException or (IOException and not FileNotFoundException)
        || (e is OperationCanceledException && !ct.IsCancellationRequested);

    private static StorageUnavailableException Outage(Exception e) => new("The blob store cannot be used.", e);
}
