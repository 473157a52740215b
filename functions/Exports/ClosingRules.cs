using CddFunctions.Campaigns;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Ledger;

namespace CddFunctions.Exports;

/// <param name="At">The last second (UTC).</param>
/// <param name="Label">In Thai: what closed, and when.</param>
public sealed record Closing(DateTimeOffset At, string Label);

public enum ClosingStep
{
    Leave,
    Make,
    Miss,
}

/// <summary>Pure: which instants of a campaign have passed, what is to be done about each, and how its snapshot is called.</summary>
public static class ClosingRules
{
    /// <summary>How long after the close its snapshot may be made: later figures would not be those of the close.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    /// <summary>Most characters that task names of one kind take in a label; one name is always shown.</summary>
    private const int MostNames = 100;

    /// <summary>Oldest first; what ends in the same second is one closing.</summary>
    public static IReadOnlyList<Closing> Passed(LaunchedCampaign campaign, DateTimeOffset now) =>
        [
            .. ClosingTimes
                .Of(campaign)
                .Where(c => DueRules.IsPast(c.At, now))
                .GroupBy(c => c.At)
                .OrderBy(g => g.Key)
                .Select(g => new Closing(g.Key, Label(g.Key, [.. g]))),
        ];

    /// <summary>
    /// What is to be done about a closing. Its snapshot is made once. A closing that was begun and not made is taken up again after
    /// 30 minutes, when the run that began it must have ended. 24 hours after the close a closing without a snapshot is given up.
    /// </summary>
    public static ClosingStep Decide(DateTimeOffset at, ClosingRecord? known, DateTimeOffset now)
    {
        if (known is { State: ClosingState.Made or ClosingState.Missed })
            return ClosingStep.Leave;
        if (known is not null && (now - known.SeenAt).Duration() < RefreshRules.Patience)
            return ClosingStep.Leave;

        return now - at > Fresh ? ClosingStep.Miss : ClosingStep.Make;
    }

    /// <summary>ณ วันครบกำหนด ๒๐ พฤษภาคม ๒๕๖๗ เวลา ๒๓.๕๙ น.: ส่งแผน, ส่งรายชื่อ และอีก ๒ งาน; สิ้นสุดช่วงดำเนินงาน: ร่วมกิจกรรม</summary>
    public static string Label(DateTimeOffset at, IReadOnlyList<ClosingTime> closed)
    {
        var kinds = closed.GroupBy(c => c.Kind).OrderBy(g => g.Key).ToList();
        var when =
            $"{ThaiDate.Letter(Bangkok.DateOf(at))} เวลา {ThaiDigits.ToThai($"{TimeZoneInfo.ConvertTime(at, Bangkok.Zone):HH.mm}")} น.";
        var names = kinds.Select((kind, i) => (i > 0 ? $"{Word(kind.Key)}: " : "") + Names([.. kind.Select(c => c.Task.Th)]));
        return $"ณ วัน{Word(kinds[0].Key)} {when}: {string.Join("; ", names)}";
    }

    private static string Word(ClosingKind kind) =>
        kind switch
        {
            ClosingKind.Due => "ครบกำหนด",
            ClosingKind.LateEnd => "สิ้นสุดการรับงานที่ส่งช้า",
            ClosingKind.WindowEnd => "สิ้นสุดช่วงดำเนินงาน",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>Task names in words: always the first, then as many as fit, then the number of the others.</summary>
    private static string Names(List<string> names)
    {
        var shown = 1;
        var length = names[0].Length;
        while (shown < names.Count && length + names[shown].Length <= MostNames)
            length += names[shown++].Length;

        var more = names.Count - shown;
        return string.Join(", ", names.Take(shown)) + (more > 0 ? ThaiDigits.ToThai($" และอีก {more} งาน") : "");
    }
}
