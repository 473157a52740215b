using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns;

/// <summary><c>campaign check FILE…</c>: everything that is wrong with campaign files, for the person who edits them.</summary>
public static class CampaignCheckCommand
{
    /// <returns>1 when any file has an error or cannot be read, else 0: warnings alone do not fail.</returns>
    public static int Run(IReadOnlyList<string> files, TextWriter output)
    {
        var faults = files.SelectMany(file => Faults(file).Select(fault => (File: file, Fault: fault))).ToList();
        foreach (var (file, fault) in faults)
        {
            output.WriteLine($"{file}: {(fault.Severity is Severity.Error ? "error" : "warning")} {fault.Rule} {fault.Path}");
            output.WriteLine($"    {fault.Message.Th}");
            output.WriteLine($"    {fault.Message.En}");
        }

        var errors = faults.Count(f => f.Fault.Severity is Severity.Error);
        output.WriteLine($"{errors} faults, {faults.Count - errors} warnings in {files.Count} files");
        return errors == 0 ? 0 : 1;
    }

    private static IReadOnlyList<Fault> Faults(string file)
    {
        try
        {
            var reading = CampaignFile.Parse(File.ReadAllBytes(file));
            return reading.Campaign is null ? reading.Faults : CampaignChecker.Check(reading.Campaign);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Fault.Error(CampaignShape.Rule, "", "เปิดแฟ้มไม่ได้", $"the file cannot be opened: {e.GetType().Name}")];
        }
    }
}
