using System.Text.Json.Nodes;
using CddFunctions.Host;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Demo;

/// <summary>Plays a story in the order of its clock, and prints each step with what came of it.</summary>
public sealed class Stage(Cast cast, RehearsalClock clock, TextWriter output)
{
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);
    private Dictionary<string, string> _tasks = new(StringComparer.Ordinal);

    /// <exception cref="DemoFailedException">A step was answered in another way than the story expects.</exception>
    public async Task PlayAsync(IEnumerable<Step> story, CancellationToken ct)
    {
        var campaign = (await cast.Admin.GetAsync("", ct)).Body!;
        _tasks = Names(campaign["tasks"]!, "id", "th");
        await output.WriteLineAsync($"\n{campaign["title"]!["th"]}\n{campaign["title"]!["en"]}\n");
        await output.WriteLineAsync(
            $"{ColumnText.Pad("เวลา / time", 20)}{ColumnText.Pad("ผู้ทำ / who", 22)}{ColumnText.Pad("เหตุการณ์ / event", 78)} ผล / outcome"
        );
        foreach (var step in story.OrderBy(s => s.At)) // stable: equal moments stay in the order written
            await PlayAsync(step, ct);
    }

    private async Task PlayAsync(Step step, CancellationToken ct)
    {
        clock.MoveTo(step.At);
        var answer = await step.What.DoAsync(await cast.FindAsync(step.Who, ct), ct);
        var who = await WhoAsync(step.Who, ct);
        var what = await WhatAsync(step.What, ct);
        if (answer.DifferenceFrom(step.Answer) is { } difference)
            throw new DemoFailedException($"{Time(step.At)} {step.Who} {what}: {difference}");

        await output.WriteLineAsync(
            $"{ColumnText.Pad(Time(step.At), 20)}{ColumnText.Pad(who, 22)}{ColumnText.Pad(what, 78)} {answer.InWords(step.Answer)}"
        );
    }

    private static string Time(DateTimeOffset at) =>
        $"{ThaiDate.Short(Bangkok.DateOf(at), thaiDigits: false)} {TimeZoneInfo.ConvertTime(at, Bangkok.Zone):HH:mm}";

    private async Task<string> WhoAsync(string who, CancellationToken ct) =>
        who switch
        {
            "admin" => "จังหวัด (ผู้ดูแล)",
            "first" => "จังหวัด (คนแรก)",
            "second" => "จังหวัด (คนที่สอง)",
            "viewer" => "ผู้ติดตาม",
            _ when who.StartsWith("intake:", StringComparison.Ordinal) => "ไม่ระบุชื่อ (ลิงก์)",
            _ => $"{(who.Length == 4 ? "อำเภอ" : "จังหวัด")}{await UnitAsync(who, ct)}",
        };

    private async Task<string> WhatAsync(Deed deed, CancellationToken ct)
    {
        var task = deed.Task is { } id ? $" {id} {_tasks[id]}" : "";
        return $"{deed.Verb}{(deed.Unit is { } unit ? $" [{await UnitAsync(unit, ct)}]" : "")}{task}";
    }

    /// <summary>Names come from the obligations: that is where units chosen at run time are, too.</summary>
    private async Task<string> UnitAsync(string code, CancellationToken ct)
    {
        if (!_units.ContainsKey(code))
        {
            foreach (var (unit, name) in Names((await cast.Admin.GetAsync("obligations", ct)).Body!, "unit", "unitName"))
                _units[unit] = name;
        }

        return _units.TryGetValue(code, out var known) ? known : _units[code] = code;
    }

    private static Dictionary<string, string> Names(JsonNode rows, string id, string name) =>
        rows.AsArray()
            .DistinctBy(r => r![id]!.GetValue<string>(), StringComparer.Ordinal)
            .ToDictionary(r => r![id]!.GetValue<string>(), r => r![name]!.GetValue<string>(), StringComparer.Ordinal);
}
