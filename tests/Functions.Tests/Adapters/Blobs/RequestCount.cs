using Azure.Core;
using Azure.Core.Pipeline;

namespace CddFunctions.Tests.Adapters.Blobs;

/// <summary>Counts requests and the bytes of their answers.</summary>
internal sealed class RequestCount : HttpPipelineSynchronousPolicy
{
    private int _requests;
    private long _received;

    public int Requests => Volatile.Read(ref _requests);

    public long Received => Interlocked.Read(ref _received);

    public void Reset() => (_requests, _received) = (0, 0);

    public override void OnReceivedResponse(HttpMessage message)
    {
        Interlocked.Increment(ref _requests);
        if (message.Request.Method == RequestMethod.Get)
            Interlocked.Add(ref _received, message.Response.Headers.ContentLength ?? 0);
    }
}
