using System.Globalization;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Demo;

/// <summary>One line of the story: at this moment this office does this, and the application has to answer so.</summary>
/// <param name="Who"><c>admin</c>, <c>first</c> and <c>second</c> (two administrators with links of their own), <c>viewer</c>, the code of
/// an office, or <c>intake:{task}</c> for a link without a name.</param>
public sealed record Step(DateTimeOffset At, string Who, Deed What, Expected Answer);

/// <summary>Something that somebody does through the endpoints.</summary>
/// <param name="Verb">In Thai, as the printed story says it; <paramref name="Task"/> and <paramref name="Unit"/> follow by their
/// names.</param>
public sealed record Deed(string Verb, string? Task, string? Unit, Func<Actor, CancellationToken, Task<Answer>> DoAsync);

/// <summary>What the story says must come back.</summary>
/// <param name="OnTime">As the receipt says it; checked when <paramref name="Dated"/>, where null means a task without a date.</param>
/// <param name="Says">Text that the answer must hold.</param>
public sealed record Expected(int Status, bool Dated = false, bool? OnTime = null, string? Says = null)
{
    public static readonly Expected Done = new(200);
    public static readonly Expected OnTimely = new(201, Dated: true, OnTime: true);
    public static readonly Expected Late = new(201, Dated: true, OnTime: false);
    public static readonly Expected Undated = new(201, Dated: true);

    public static Expected Refused(int status, string says) => new(status, Says: says);

    public Expected Saying(string text) => this with { Says = text };
}

/// <summary>The words in which stories are written.</summary>
public static class Script
{
    /// <param name="at">Bangkok time, <c>2024-02-22 23:58</c>.</param>
    public static Step At(string at, string who, Deed what, Expected answer) => new(Moment(at), who, what, answer);

    /// <summary>An office hands in its own task.</summary>
    public static Step Sends(string at, string office, string task, Fields fields, Expected answer, params Attachment[] files) =>
        At(at, office, Deeds.HandIn(task, office, fields, files), answer);

    /// <summary>An office hands in for a unit inside it.</summary>
    public static Step SendsFor(string at, string unit, string task, Fields fields, Expected answer, params Attachment[] files) =>
        At(at, unit[..4], Deeds.HandIn(task, unit, fields, files), answer);

    /// <summary>The province accepts what these units handed in.</summary>
    public static IEnumerable<Step> Accepts(string at, string task, params string[] units) =>
        units.Select(u => At(at, "admin", Deeds.Accept(task, u), Expected.Done));

    public static DateTimeOffset Moment(string at)
    {
        var local = DateTime.ParseExact(at, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new(local, Bangkok.Zone.GetUtcOffset(local));
    }
}
