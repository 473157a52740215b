using System.CommandLine;
using System.Globalization;
using CddFunctions.Audit;
using CddFunctions.Campaigns;
using CddFunctions.Platform.Audit;
using CddFunctions.Platform.Storage;
using Microsoft.Extensions.Options;

namespace CddFunctions.Host;

/// <param name="Anchors">Ends of the chain that somebody noted elsewhere, as <c>entry:hash</c>; need one programme.</param>
public sealed record AuditArguments(string? Data = null, string? Campaign = null, IReadOnlyList<string>? Anchors = null);

/// <summary>
/// <c>audit verify [--campaign C] [--anchor N:HASH]… [--data DIR]</c>: checks the chains in the store that the settings name, also
/// while it is in use.
/// </summary>
public static class AuditCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "folder of the database (default data)" };
        var campaign = new Option<string?>("--campaign") { Description = "one programme only" };
        var anchors = new Option<string[]>("--anchor")
        {
            Description = "an end that was noted earlier, as entry:hash (manifest.json of an export has one); with --campaign",
        };
        var verify = new Command(
            "verify",
            "Says up to which entry each chain is whole and names the first broken one; exit code 1 when there is one."
        )
        {
            data,
            campaign,
            anchors,
        };
        verify.SetAction(
            (parsed, ct) => RunAsync(new(parsed.GetValue(data), parsed.GetValue(campaign), parsed.GetValue(anchors)), Console.Out, ct)
        );
        return new Command("audit", "Works on the record of who did what.") { verify };
    }

    /// <returns>0 when every chain is whole, else 1; also when there is nothing to check where something should be.</returns>
    public static async Task<int> RunAsync(AuditArguments arguments, TextWriter output, CancellationToken ct)
    {
        if (ReadAnchors(arguments) is not { } anchors)
            return await RefuseAsync(output, "--anchor คือ รายการ:แฮช และต้องมี --campaign / --anchor is entry:hash, and needs --campaign");

        await using var app = Application.Build(new(Data: arguments.Data), TimeProvider.System, head: Head.Bare);
        if (MissingDatabase(app.Services) is { } path)
            return await RefuseAsync(output, $"ไม่มีฐานข้อมูล {path} / there is no database {path}");

        await StartChecks.RunAsync(app.Services.GetServices<IStartCheck>(), ct);
        var campaigns = (await app.Services.GetRequiredService<CampaignRevisions>().CampaignsAsync(ct))
            .Where(c => arguments.Campaign is null || string.Equals(c, arguments.Campaign, StringComparison.Ordinal))
            .ToList();
        if (campaigns.Count == 0)
            return await RefuseAsync(output, "ไม่มีโครงการนี้ในที่เก็บข้อมูล / no such programme was ever in force in this store");

        var whole = true;
        foreach (var campaign in campaigns)
            whole &= await VerifyAsync(app.Services, campaign, anchors, output, ct);
        return whole ? 0 : 1;
    }

    private static async Task<bool> VerifyAsync(
        IServiceProvider services,
        string campaign,
        IReadOnlyList<AuditAnchor> given,
        TextWriter output,
        CancellationToken ct
    )
    {
        var ((whole, fault), anchors) = await services.GetRequiredService<CheckAudit>().RunAsync(campaign, given, ct);
        await output.WriteLineAsync($"{campaign}: ครบถ้วนถึงรายการที่ {whole.Entry} / whole up to entry {whole.Entry}");
        await output.WriteLineAsync($"    {whole.Entry}:{whole.Hash}   ({anchors} anchors)");
        if (fault is not null)
            await output.WriteLineAsync($"    {Words(fault.Kind)} {fault.Entry}");
        return fault is null;
    }

    private static string Words(AuditBreak kind) =>
        kind switch
        {
            AuditBreak.Missing => "หายไป / missing: entry",
            AuditBreak.Changed => "ถูกแก้ไข / changed: entry",
            AuditBreak.Unlinked => "ไม่ต่อจากรายการก่อนหน้า / does not go on from the one before it: entry",
            AuditBreak.Rewritten => "ไม่ใช่รายการที่เคยจดไว้ / not the one that was noted elsewhere: entry",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>The anchors of the command line; null when one of them is malformed or no programme is named.</summary>
    private static List<AuditAnchor>? ReadAnchors(AuditArguments arguments)
    {
        var anchors = new List<AuditAnchor>();
        foreach (var text in arguments.Anchors ?? [])
        {
            if (
                arguments.Campaign is null
                || text.Split(':') is not [var number, { Length: 64 } hash]
                || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            )
            {
                return null;
            }

            anchors.Add(new(entry, hash.ToLowerInvariant()));
        }

        return anchors;
    }

    /// <summary>
    /// Path of the SQLite database when the settings name it but it does not exist, else null. It is asked
    /// first, because opening the store would make an empty database.
    /// </summary>
    private static string? MissingDatabase(IServiceProvider services)
    {
        var path = Storage.DatabaseOf(services.GetRequiredService<IOptions<DataOptions>>().Value);
        return services.GetRequiredService<IOptions<StorageOptions>>().Value.Documents is "sqlite" && !File.Exists(path) ? path : null;
    }

    private static async Task<int> RefuseAsync(TextWriter output, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return 1;
    }
}
