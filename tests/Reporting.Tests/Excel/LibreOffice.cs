using System.Diagnostics;

namespace CddFunctions.Reporting.Tests.Excel;

/// <summary>Opens files with LibreOffice, a reader that shares nothing with us. Tests are skipped where it is not installed.</summary>
internal static class LibreOffice
{
    private const string EverySheetAsCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,{0},false,false,-1";

    /// <param name="asShown">True: cells as a person sees them; false: as they are stored.</param>
    /// <returns>Sheet name → its CSV.</returns>
    public static async Task<Dictionary<string, string>> SheetsAsync(byte[] workbook, bool asShown, CancellationToken ct)
    {
        var program = Find("soffice");
        Assert.SkipWhen(program is null, "LibreOffice is not installed");
        var folder = Directory.CreateTempSubdirectory("cdd-reporting-");
        try
        {
            var file = Path.Combine(folder.FullName, "book.xlsx");
            await File.WriteAllBytesAsync(file, workbook, ct);
            var filter = EverySheetAsCsv.Replace("{0}", asShown ? "true" : "false", StringComparison.Ordinal);
            await RunAsync(program!, folder.FullName, ["--convert-to", filter, "--outdir", folder.FullName, file], ct);
            return folder
                .EnumerateFiles("book-*.csv")
                .ToDictionary(f => f.Name["book-".Length..^".csv".Length], f => File.ReadAllText(f.FullName), StringComparer.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string program, string folder, string[] arguments, CancellationToken ct)
    {
        // A profile of its own: LibreOffice refuses to run twice on one.
        string[] all = ["--headless", $"-env:UserInstallation=file://{folder}/profile", .. arguments];
        using var process = Process.Start(
            new ProcessStartInfo(program, all)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, await errors);
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(p => Path.Combine(p, program))
            .FirstOrDefault(File.Exists);
}
