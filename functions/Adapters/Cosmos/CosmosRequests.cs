using System.Diagnostics.Metrics;
using CddFunctions.Platform.Storage;
using Microsoft.Azure.Cosmos;

namespace CddFunctions.Adapters.Cosmos;

/// <summary>An answer, and whether the request may have been sent more than once.</summary>
internal readonly record struct CosmosAnswer(ResponseMessage Response, bool IsRepeated);

/// <summary>
/// Sends requests within a budget, tries again what may pass by itself (the SDK does the same below, for 429 and lost
/// connections), turns outages into the port's exception, and records the request units of every answer.
/// </summary>
internal sealed class CosmosRequests : IDisposable
{
    private const int Tries = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private readonly TimeSpan _budget;
    private readonly TimeProvider _clock;
    private readonly int _ownFailures;
    private readonly Histogram<double> _units;

    /// <param name="ownFailures">How many failed requests the SDK counts for one plain refusal. More of them mean that it tried
    /// again.</param>
    public CosmosRequests(TimeSpan budget, TimeProvider clock, int ownFailures = 1)
    {
        _budget = budget;
        _clock = clock;
        _ownFailures = ownFailures;
        _units = Meter.CreateHistogram<double>("cdd.cosmos.request_units", "{request_unit}", "Request units of one answer of Cosmos DB");
    }

    public Meter Meter { get; } = new("CddFunctions.Cosmos");

    /// <summary>Sends all requests of one call of <see cref="IDocuments"/>.</summary>
    /// <exception cref="StorageUnavailableException">No end within the budget, or an outage.</exception>
    public async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var limit = new CancellationTokenSource(_budget, _clock);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await call(giveUp.Token);
        }
        catch (OperationCanceledException e)
        {
            ct.ThrowIfCancellationRequested();
            throw new StorageUnavailableException($"Cosmos DB did not finish within {_budget.TotalSeconds} s.", e);
        }
        catch (Exception e) when (CosmosErrors.IsOutage(e))
        {
            ct.ThrowIfCancellationRequested(); // some transports report a cancelled request as a broken one
            throw CosmosErrors.Outage(e);
        }
    }

    /// <inheritdoc cref="CallAsync{T}"/>
    public Task CallAsync(Func<CancellationToken, Task> call, CancellationToken ct) =>
        CallAsync(
            async limited =>
            {
                await call(limited);
                return true;
            },
            ct
        );

    /// <param name="operation">The metric's tag: read, create, replace, upsert, delete, list or changes.</param>
    /// <param name="send">Sends it once; called again for another try.</param>
    public async Task<CosmosAnswer> SendAsync(string operation, Func<CancellationToken, Task<ResponseMessage>> send, CancellationToken ct)
    {
        for (var (attempt, pause) = (1, FirstPause); ; attempt++, pause *= 2)
        {
            try
            {
                var response = await send(ct);
                _units.Record(response.Headers.RequestCharge, new KeyValuePair<string, object?>("operation", operation));
                if (attempt == Tries || !CosmosErrors.IsPassing(response.StatusCode))
                    return new(response, attempt > 1 || response.Diagnostics.GetFailedRequestCount() > _ownFailures);
                response.Dispose();
            }
            catch (Exception e) when (attempt < Tries && !ct.IsCancellationRequested && CosmosErrors.IsPassing(e))
            {
                // the next try tells whether the fault has passed
            }

            await Task.Delay(pause, _clock, ct);
        }
    }

    public void Dispose() => Meter.Dispose();
}
