namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>
/// A worker says that it is ready before its server listens. The host asks again, ten times within some two seconds, as long as nobody
/// accepts the connection; a request of which a byte was sent is never repeated.
/// </summary>
internal sealed class WorkerCalls(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostTries = 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError && tried < MostTries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(50 * tried, 250)), cancellationToken);
            }
        }
    }
}
