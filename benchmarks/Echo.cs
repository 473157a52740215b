namespace CddFunctions.Benchmarks;

/// <summary>
/// The peer of the hand-ins: Kestrel in a process of its own that reads the body and answers 201 with a receipt, and nothing else.
/// </summary>
internal static class Echo
{
    private static readonly byte[] Answer =
        """{"receipt":"AAAAA-AAAAA","revision":1,"submittedAt":"2024-03-01T00:00:00.0000000Z"}"""u8.ToArray();

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.StatusCode = 201;
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.First());
        await app.WaitForShutdownAsync();
    }
}
