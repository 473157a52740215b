using CddFunctions.Platform.Thai;

namespace CddFunctions.Platform.Media;

/// <summary>Compares a measured file with the limits of its field; refusals state the measured value (docs/rules.md 2.1).</summary>
public static class MediaRules
{
    private const long Megabyte = 1_048_576;

    /// <summary>
    /// Everything that is wrong, in this order: size, type or fault (nothing else is known then), pages, paper, length.
    /// A video is measured in whole seconds, rounded down: 300.999 s is five minutes, as every player shows it.
    /// </summary>
    /// <returns>Empty when the file is taken.</returns>
    public static IReadOnlyList<MediaRefusal> Refuse(MediaLimits limits, MediaFacts facts)
    {
        MediaRefusal?[] all = Readable(limits, facts) is { } unreadable
            ? [Size(limits, facts), unreadable]
            : [Size(limits, facts), Pages(limits, facts), Paper(limits, facts), Length(limits, facts)];
        return [.. all.OfType<MediaRefusal>()];
    }

    /// <summary>The limit in bytes; null = no limit. The upload uses it too, before there are bytes to measure.</summary>
    public static long? MaxBytes(MediaLimits limits) => limits.MaxMegabytes * Megabyte;

    private static MediaRefusal? Size(MediaLimits limits, MediaFacts facts)
    {
        if (MaxBytes(limits) is not { } max || facts.Length <= max)
            return null;

        // Rounded up, so that the measured size of a file just over the limit does not read like the limit.
        var tenths = (facts.Length * 10 + Megabyte - 1) / Megabyte;
        var measured = tenths % 10 == 0 ? $"{tenths / 10}" : $"{tenths / 10}.{tenths % 10}";
        return new(
            "file-too-large",
            new(
                ThaiDigits.ToThai($"{measured} เมกะไบต์ เกิน {limits.MaxMegabytes} เมกะไบต์"),
                $"{measured} MB, the limit is {limits.MaxMegabytes} MB"
            )
        );
    }

    private static MediaRefusal? Readable(MediaLimits limits, MediaFacts facts)
    {
        if (facts.Kind is null && (facts.Type == MediaType.Unknown || limits.Types.Contains(facts.Type)))
            return facts.Fault;

        var actual = facts.Kind?.Name ?? new(MediaWords.Name(facts.Type), MediaWords.Name(facts.Type));
        var wanted = limits.Types.Select(MediaWords.Name).ToList();
        var way = OtherKind.Way(limits.Types[0], facts.Kind);
        return new(
            "wrong-file-type",
            new(
                $"ไฟล์เป็น {actual.Th} ต้องเป็น {string.Join(" หรือ ", wanted)} {way.Th}",
                $"The file is {actual.En}, it must be {string.Join(" or ", wanted)}. {way.En}"
            )
        );
    }

    private static MediaRefusal? Pages(MediaLimits limits, MediaFacts facts) =>
        facts.Pages > limits.MaxPages
            ? new(
                "too-many-pages",
                new(
                    ThaiDigits.ToThai($"{facts.Pages} หน้า เกิน {limits.MaxPages} หน้า"),
                    $"{MediaWords.Count(facts.Pages.Value, "page")}, the limit is {limits.MaxPages}"
                )
            )
            : null;

    private static MediaRefusal? Paper(MediaLimits limits, MediaFacts facts) =>
        limits.A4Only && facts.NotA4 is { } paper
            ? new(
                "not-a4",
                new(
                    ThaiDigits.ToThai($"หน้า {paper.Page} ขนาด {paper.WidthMm} × {paper.HeightMm} มม. ไม่ใช่ เอ 4"),
                    $"Page {paper.Page} is {paper.WidthMm} × {paper.HeightMm} mm, not A4"
                )
            )
            : null;

    private static MediaRefusal? Length(MediaLimits limits, MediaFacts facts)
    {
        if (limits.MaxSeconds is not { } max || facts.Duration is not { } duration || (long)duration.TotalSeconds <= max)
            return null;

        var measured = MediaWords.Duration((long)duration.TotalSeconds);
        var limit = MediaWords.Duration(max);
        return new("too-long-video", new($"{measured.Th} เกิน {limit.Th}", $"{measured.En}, the limit is {limit.En}"));
    }
}
