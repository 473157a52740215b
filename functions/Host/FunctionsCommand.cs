using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CddFunctions.Platform.Timers;

namespace CddFunctions.Host;

/// <summary><c>functions write DIR</c>: what ./publish puts beside the executable, from the application's own endpoints and timers.</summary>
public static class FunctionsCommand
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "folder of the function app" };
        var write = new Command("write", "Writes one folder with function.json for every endpoint and timer.") { folder };
        write.SetAction((parsed, ct) => RunAsync(parsed.GetValue(folder)!, Console.Out, ct));
        return new Command("functions", "Works on a folder for the Azure Functions host; ./publish calls it.") { write };
    }

    public static async Task<int> RunAsync(string folder, TextWriter output, CancellationToken ct)
    {
        await using var app = Application.Build(new(), TimeProvider.System, head: Head.CustomHandler);
        var functions = Of(app);
        await WriteAsync(functions, folder, ct);
        await output.WriteLineAsync($"{functions.Count} functions");
        return 0;
    }

    public static IReadOnlyList<FunctionDefinition> Of(WebApplication app) => FunctionDefinition.Of(
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints), app.Services.GetServices<TimerDefinition>());

    private static async Task WriteAsync(IEnumerable<FunctionDefinition> functions, string folder, CancellationToken ct)
    {
        foreach (var function in functions)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, function.Name)).FullName;
            var content = JsonSerializer.Serialize(new { function.Bindings }, Written);
            await File.WriteAllTextAsync(Path.Combine(own, "function.json"), content + "\n", ct);
        }
    }
}
