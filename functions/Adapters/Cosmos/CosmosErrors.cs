using System.Net;
using Azure;
using Azure.Identity;
using CddFunctions.Platform.Storage;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>Which answers of Cosmos DB are an outage (503, try again), and which are a bug of ours (500).</summary>
internal static class CosmosErrors
{
    private const string SubStatusHeader = "x-ms-substatus";
    private const int MostWords = 300;

    /// <summary>The item is not there. Other 404s are outages: no such container, or a replica that is behind (sub-status 1002).</summary>
    public static bool IsMissing(ResponseMessage response) =>
        response.StatusCode is HttpStatusCode.NotFound && SubStatus(response) is "" or "0";

    /// <summary>True when nobody knows whether the request was carried out and sending it again may help at once.</summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status
            is HttpStatusCode.RequestTimeout
                or HttpStatusCode.Gone
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout
                or (HttpStatusCode)449;

    public static bool IsPassing(Exception e) =>
        e is HttpRequestException or IOException || (e is CosmosException { StatusCode: var status } && IsPassing(status));

    public static bool IsOutage(Exception e) =>
        IsPassing(e)
        || e is AuthenticationFailedException or RequestFailedException
        || (e is CosmosException { StatusCode: var status } && IsOutage(status));

    public static StorageUnavailableException Outage(Exception e) => new($"Cosmos DB cannot be used: {FirstLine(e.Message)}", e);

    /// <summary>For an answer that the caller did not expect.</summary>
    public static Exception Unexpected(ResponseMessage response) =>
        IsOutage(response.StatusCode) ? new StorageUnavailableException(Words(response)) : new InvalidOperationException(Words(response));

    /// <remarks>401 and 403 are a role that is not assigned yet, a firewall, or a partition of 20 GB that is full.</remarks>
    private static bool IsOutage(HttpStatusCode status) =>
        IsPassing(status)
        || status
            is HttpStatusCode.Unauthorized
                or HttpStatusCode.Forbidden
                or HttpStatusCode.NotFound
                or HttpStatusCode.TooManyRequests
                or >= HttpStatusCode.InternalServerError;

    /// <remarks>Without the pages of diagnostics that the SDK appends.</remarks>
    private static string Words(ResponseMessage response) =>
        $"Cosmos DB answered {(int)response.StatusCode}/{SubStatus(response)}: {FirstLine(response.ErrorMessage ?? "")}";

    private static string FirstLine(string text) =>
        text.Split('\n')[0] is { Length: > MostWords } line ? line[..MostWords] : text.Split('\n')[0].TrimEnd();

    private static string SubStatus(ResponseMessage response) => response.Headers[SubStatusHeader] ?? "";
}
