using System.CommandLine;

namespace CddFunctions.Demo;

/// <summary><c>./run demo [--exit] [--port N] [--data DIR]</c></summary>
public static class DemoCommand
{
    public static RootCommand Create()
    {
        var exit = new Option<bool>("--exit") { Description = "leave when all is played: 0 as written, 1 otherwise" };
        var port = new Option<int?>("--port") { Description = "port on 127.0.0.1 (default 7071; with --exit any free one)" };
        var data = new Option<string?>("--data") { Description = "the demo's own folder, removed and made anew (default data/demo)" };
        var demo = new RootCommand("Plays both programmes with made-up people and writes their exports.") { exit, port, data };
        demo.SetAction(
            (parsed, ct) => PlayDemo.RunAsync(new(parsed.GetValue(exit), parsed.GetValue(port), parsed.GetValue(data)), Console.Out, ct)
        );
        return demo;
    }
}
