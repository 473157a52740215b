using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>Steps before and after a due day. Offsets are days: −7 is a week before, 3 three days after.</summary>
public sealed record ReminderPolicy(
    string Id,
    string Th,
    string En,
    NonWorkingDay NonWorkingDay,
    IReadOnlyList<ReminderStep> Steps,
    IReadOnlyList<Citation> Src
);

public enum NonWorkingDay
{
    ShiftEarlier,
    SendAnyway,
}

public sealed record ReminderStep(
    int Offset,
    TimeOnly At,
    string When,
    IReadOnlyList<string> To,
    IReadOnlyList<string> Channels,
    string Template
);

/// <summary>Mail text. Placeholders: <c>{{task}} {{unit}} {{dueDateLong}} {{cutoff}} {{daysLate}} {{start}} {{end}}</c>.</summary>
public sealed record MessageTemplate(string Id, Text Subject, Text Body);
