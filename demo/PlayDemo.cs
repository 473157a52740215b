using CddFunctions.Demo.Phayao;
using CddFunctions.Demo.Rayong;
using CddFunctions.Host;
using CddFunctions.Platform.Identity;
using Microsoft.Extensions.Options;

namespace CddFunctions.Demo;

/// <param name="Port">Null = 7071 when it stays up, any free one when it leaves.</param>
/// <param name="Data">Null = <c>data/demo</c>.</param>
public sealed record DemoArguments(bool Exit = false, int? Port = null, string? Data = null);

/// <summary>
/// Plays both programmes with made-up people, through the endpoints of a server that it starts itself, into a data
/// folder of its own; writes the exports; stays up, or leaves with 0, or with 1 when a step went another way.
/// </summary>
public static class PlayDemo
{
    private const int UsualPort = 7071;

    // Between the lines of the story only what needs a look; a taken port is said in one sentence.
    private static readonly string[] Quietly =
    [
        "--Logging:LogLevel:Default=Warning",
        "--Logging:LogLevel:Microsoft.Extensions.Hosting=None",
    ];

    public static async Task<int> RunAsync(DemoArguments arguments, TextWriter output, CancellationToken ct)
    {
        try
        {
            using var folder = DemoFolder.Fresh(arguments.Data ?? Path.Combine("data", "demo"));
            var clock = new RehearsalClock(PhayaoStory.Story.Begins);
            await using var app = Application.Build(new(Data: folder.Path), clock, Quietly, head: Head.Bare);
            await Serve.StartAsync(app, arguments.Port ?? (arguments.Exit ? 0 : UsualPort), ct);
            await PlayAsync(app, clock, folder.Path, output, ct);
            if (arguments.Exit)
                return 0;

            // Not before: the story moves the clock by weeks, and a timer between two of its steps would show by chance.
            await app.Services.GetRequiredService<TimerScheduler>().StartAsync(ct);
            await Announcement.WriteAsync(app, output, ct);
            await app.WaitForShutdownAsync(ct);
            return 0;
        }
        catch (DemoFailedException e)
        {
            await output.WriteLineAsync($"\nการสาธิตไม่เป็นไปตามบท / the demo did not go as written:\n{e.Message}");
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await output.WriteLineAsync(
                $"พอร์ตไม่ว่าง เลือกพอร์ตอื่นด้วย --port / the port is taken, choose another with --port: {e.Message}"
            );
        }

        return 1;
    }

    private static async Task PlayAsync(WebApplication app, RehearsalClock clock, string folder, TextWriter output, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        var key =
            app.Services.GetRequiredService<IOptions<IdentityOptions>>().Value.AdminKey
            ?? (await File.ReadAllTextAsync(Path.Combine(folder, "admin.key"), ct)).Trim();
        foreach (var story in (Story[])[PhayaoStory.Story, RayongStory.Story])
        {
            var cast = new Cast(http, story.Campaign, key);
            clock.MoveTo(story.Begins);
            await new Stage(cast, clock, output).PlayAsync(story.Steps, ct);

            clock.MoveTo(story.Ends);
            await Board.PrintAsync(await cast.FindAsync("viewer", ct), story.Ends, output, ct);
            await Announced.PrintAsync(await cast.FindAsync("viewer", ct), output, ct);
            var exported = await Downloads.FetchAsync(cast.Admin, story.Campaign, folder, ct);
            await output.WriteLineAsync($"\nแฟ้มส่งออก / exports: {exported}");
        }

        await output.WriteLineAsync($"\nที่อยู่ / address: {app.Urls.First()}");
    }
}
