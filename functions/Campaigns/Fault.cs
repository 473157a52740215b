using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns;

/// <summary>Something wrong in a campaign file. Only errors keep a file from being used.</summary>
/// <param name="Rule"><c>shape</c> for what is not a campaign at all, else V1–V16 of docs/rules.md 2.6.</param>
/// <param name="Path">Where: <c>tasks/t-plan/due</c>; by position where there is no id: <c>tasks[3].due</c>.</param>
public sealed record Fault(string Rule, string Path, Text Message, Severity Severity)
{
    public static Fault Error(string rule, string path, string th, string en) => new(rule, path, new(th, en), Severity.Error);

    public static Fault Warning(string rule, string path, string th, string en) => new(rule, path, new(th, en), Severity.Warning);
}
