using System.CommandLine;
using CddFunctions.Campaigns;

namespace CddFunctions.Host;

/// <summary>What the executable can be asked to do: serve (the default), check campaign files, verify the audit.</summary>
public static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var port = new Option<int?>("--port") { Description = "port on 127.0.0.1 (default 7071)" };
        var data = new Option<string?>("--data") { Description = "folder of the database, the files and the secrets (default data)" };
        var clock = new Option<string?>("--clock")
        {
            Description = "rehearsal: start at this moment, e.g. 2024-05-10T09:00:00+07:00; without an offset it is Bangkok time",
        };
        var clockFile = new Option<string?>("--clock-file")
        {
            Description = "rehearsal: the moment is in this file and stands still until the file is rewritten",
        };
        var root = new RootCommand("Runs Community Development programmes from their letters.") { port, data, clock, clockFile };
        root.SetAction(
            (parsed, ct) =>
                Serve.RunAsync(new(parsed.GetValue(port), parsed.GetValue(data), parsed.GetValue(clock), parsed.GetValue(clockFile)), ct)
        );

        root.Add(Campaign());
        root.Add(AuditCommand.Create());
        return root.Parse(args).InvokeAsync();
    }

    private static Command Campaign()
    {
        var files = new Argument<string[]>("file") { Arity = ArgumentArity.OneOrMore, Description = "campaign files" };
        var check = new Command("check", "Names every fault of campaign files; exit code 1 when there is one.") { files };
        check.SetAction(parsed => CampaignCheckCommand.Run(parsed.GetValue(files)!, Console.Out));
        return new Command("campaign", "Works on campaign files.") { check };
    }
}
