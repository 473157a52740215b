using System.ComponentModel;
using System.Diagnostics;

namespace CddFunctions.Tests.Platform.Media;

/// <summary>Programs that make real files: qpdf and ffmpeg of the operating system.</summary>
internal static class Tool
{
    public static void Qpdf(params IEnumerable<string> arguments) => Run("qpdf", arguments);

    public static void Ffmpeg(params IEnumerable<string> arguments) =>
        Run("ffmpeg", ["-nostdin", "-loglevel", "error", "-y", .. arguments]);

    private static void Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();

        // qpdf answers 3 for a warning
        Assert.True(process.ExitCode is 0 or 3, $"{program} {string.Join(' ', arguments)}\n{output.Result}{errors.Result}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Fail($"The program {start.FileName} is missing: ./test installs it (apt-get install {start.FileName}).");
            throw;
        }
    }
}
