using Microsoft.AspNetCore.Http.Features;

namespace CddFunctions.Host;

/// <summary>
/// The body of a request behind the Functions host, with the application's own limit. When an answer begins before the host has
/// handed over the whole body, the host turns that answer into an empty 500. So the rest of the body is read and thrown away first,
/// also of a body that is too long: up to the limit of the server that received the request.
/// </summary>
internal sealed class ReadBody : Stream, IHttpMaxRequestBodySizeFeature
{
    private const int ChunkBytes = 64 * 1024;

    private readonly Stream _inner;
    private readonly long? _announced;
    private readonly bool _waits;
    private bool _isBegun;
    private long _read;

    private ReadBody(HttpRequest request, long mostBytes)
    {
        _inner = request.Body;
        _announced = request.ContentLength;
        _waits = request.Headers.Expect.Count > 0;
        MaxRequestBodySize = mostBytes;
    }

    public bool IsReadOnly { get; private set; }

    public long? MaxRequestBodySize { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Replaces the body of a request by a <see cref="ReadBody"/> with a limit in bytes.</summary>
    public static ReadBody Instead(HttpContext request, long mostBytes)
    {
        var body = new ReadBody(request.Request, mostBytes);
        request.Request.Body = body;
        request.Response.OnStarting(body.DrainAsync);
        return body;
    }

    /// <exception cref="BadHttpRequestException">413: the body is longer than the limit.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsReadOnly = true;
        Check(_announced);
        _isBegun = true;
        var count = await _inner.ReadAsync(buffer, cancellationToken);
        _read += count;
        Check(_read);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task DrainAsync()
    {
        // Whoever asked with Expect: 100-continue sends nothing before the first read, and learns from the answer that he need not.
        if (_waits && !_isBegun)
            return;

        var chunk = new byte[ChunkBytes];
        try
        {
            while (await _inner.ReadAsync(chunk) > 0)
            {
                // the rest of the body is thrown away
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has gone, or sent more than even the server takes: then the answer begins as it is.
        }
    }

    private void Check(long? length)
    {
        if (length > MaxRequestBodySize)
            throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
    }
}
