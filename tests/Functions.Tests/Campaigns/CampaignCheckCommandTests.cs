using System.Text.Json.Nodes;
using CddFunctions.Campaigns;

namespace CddFunctions.Tests.Campaigns;

public sealed class CampaignCheckCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("campaign-check");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_without_errors_leaves_with_0()
    {
        var (code, lines) = Run(Write("good.json", Definitions.Load(Definitions.Rayong)));

        Assert.Equal(0, code);
        Assert.EndsWith("in 1 files", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_alone_leave_with_0()
    {
        var campaign = Definitions.Load(Definitions.Rayong);
        campaign.At("milestones/m-plan-due")["on"] = "2024-02-24";
        campaign.At("milestones/m-plan-due").Remove("printed");

        var (code, lines) = Run(Write("saturday.json", campaign));

        Assert.Equal(0, code);
        Assert.Contains(lines, l => l.EndsWith("warning V8 milestones/m-plan-due/on", StringComparison.Ordinal));
        Assert.Equal("0 faults, 1 warnings in 1 files", lines[^1]);
    }

    [Fact]
    public void Every_fault_of_every_file_is_printed_with_both_languages()
    {
        var campaign = Definitions.Load(Definitions.Rayong);
        campaign.At("tasks/t-plan")["owner"] = "nobody";
        campaign.At("choiceGroups/cg-area-or-activity")["max"] = 9;
        var broken = Write("broken.json", campaign);
        var absent = Path.Combine(_folder.FullName, "absent.json");

        var (code, lines) = Run(broken, Write("no.json", new JsonObject()), absent);

        Assert.Equal(1, code);
        Assert.Equal(
            [$"{broken}: error V2 tasks/t-plan/owner", "    ไม่พบ nobody ใน roles", "    nobody is not in roles"],
            lines[..3],
            StringComparer.Ordinal
        );
        Assert.Contains($"{broken}: error V6 choiceGroups/cg-area-or-activity", lines, StringComparer.Ordinal);
        Assert.Contains(lines, l => l.EndsWith("no.json: error shape tasks", StringComparison.Ordinal));
        Assert.Contains($"{absent}: error shape ", lines, StringComparer.Ordinal);
        Assert.EndsWith("in 3 files", lines[^1], StringComparison.Ordinal);
    }

    private string Write(string name, JsonNode campaign)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, campaign.ToJsonString());
        return path;
    }

    private static (int Code, string[] Lines) Run(params string[] files)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = CampaignCheckCommand.Run(files, output);
        return (code, output.ToString().TrimEnd('\n').Split('\n'));
    }
}
