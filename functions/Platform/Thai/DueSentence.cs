namespace CddFunctions.Platform.Thai;

/// <summary>Says when something is due and how far away that is, in whole days of the Bangkok calendar.</summary>
public static class DueSentence
{
    /// <summary>ภายในวันอังคารที่ ๒๓ มีนาคม ๒๕๖๔ เวลา ๒๓.๕๙ น. (อีก ๓ วัน) / Due by Tue 23 Mar 2021, 23:59 (in 3 days)</summary>
    public static Text For(DateOnly due, TimeOnly cutoff, DateOnly today)
    {
        var (th, en) = Distance(due.DayNumber - today.DayNumber);
        return new(
            ThaiDigits.ToThai($"ภายใน{ThaiDate.Weekday(due)}ที่ {ThaiDate.Letter(due)} เวลา {cutoff:HH\\.mm} น. ({th})"),
            $"Due by {ThaiDate.English(due)}, {cutoff:HH\\:mm} ({en})"
        );
    }

    private static (string Th, string En) Distance(int days) =>
        days switch
        {
            0 => ("วันนี้", "today"),
            1 => ("พรุ่งนี้", "tomorrow"),
            > 1 => ($"อีก {days} วัน", $"in {days} days"),
            -1 => ("เกินกำหนด 1 วัน", "1 day overdue"),
            _ => ($"เกินกำหนด {-days} วัน", $"{-days} days overdue"),
        };
}
