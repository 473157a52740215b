// The peer of the start-up: a custom handler that listens where the Functions host says, answers, and does nothing else.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.Urls.Add($"http://127.0.0.1:{Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT")}");
app.Run(context => context.Response.WriteAsync("empty", context.RequestAborted));
await app.RunAsync();
