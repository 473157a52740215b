namespace CddFunctions.Platform.Thai;

/// <summary>
/// Reads amounts in words. Besides what <see cref="BahtText.Format"/> writes: spaces, parentheses around, "บาท" or "ถ้วน" left
/// out, "แสน" for หนึ่งแสน, "ร้อยหนึ่ง" for ร้อยเอ็ด. Refused: places out of order, สองสิบ, สิบหนึ่ง, one hundred satang.
/// </summary>
internal static class BahtReader
{
    /// <summary>The largest decimal takes about 330 letters.</summary>
    private const int MaxLength = 400;

    /// <summary>The most millions that still fit into a decimal when they are multiplied by 1,000,000.</summary>
    private const decimal MostMillions = 79_228_162_514_264_337_593_543m;

    public static decimal? Read(string? words)
    {
        if (ThaiInput.Clean(words, MaxLength) is not { } clean)
            return null;

        var cursor = new TextCursor(clean);
        var isBracketed = cursor.Take("(");
        var isNegative = cursor.Take("ลบ");
        var amount = TakeAmount(cursor);
        if (amount is null || (isBracketed && !cursor.Take(")")) || !cursor.AtEnd)
            return null;

        return isNegative && amount != 0 ? -amount : amount;
    }

    private static decimal? TakeAmount(TextCursor cursor)
    {
        if (TakeInteger(cursor) is not { } first)
            return null;

        if (cursor.Take("สตางค์"))
            return Satang(first);

        var isBaht = cursor.Take("บาท");
        if (cursor.Take("ถ้วน") || !isBaht || TakeInteger(cursor) is not { } second)
            return first;

        return cursor.Take("สตางค์") && Satang(second) is { } satang && first < MostMillions ? first + satang : null;
    }

    private static decimal? Satang(decimal count) => count is > 0 and < 100 ? count / 100 : null;

    private static decimal? TakeInteger(TextCursor cursor)
    {
        if (cursor.Take("ศูนย์"))
            return 0;

        var millions = 0m;
        var isMillions = false;
        while (true)
        {
            var group = TakeBelowMillion(cursor, follows: isMillions);
            if (!cursor.Take("ล้าน"))
                return Sum(millions, isMillions ? group ?? 0 : group);

            // "ล้าน" alone is one million at the start, and a million times what stands before it later on.
            millions += group ?? (isMillions ? 0 : 1);
            if (millions > MostMillions)
                return null;

            millions *= BahtText.Million;
            isMillions = true;
        }
    }

    private static decimal? Sum(decimal millions, decimal? rest) => rest <= decimal.MaxValue - millions ? millions + rest : null;

    private static decimal? TakeBelowMillion(TextCursor cursor, bool follows)
    {
        var sum = 0;
        var found = false;
        for (var (place, power) = (5, 100_000); place > 0; place--, power /= 10)
        {
            if (TakePlace(cursor, place) is not { } digit)
                continue;

            sum += digit * power;
            found = true;
        }

        var hasTen = sum / 10 % 10 > 0;
        if ((follows || found) && cursor.Take("เอ็ด"))
            return sum + 1;

        var mark = cursor.Position;
        if (TakeDigit(cursor) is { } unit)
        {
            if (unit > 1 || !hasTen)
                return sum + unit;

            cursor.Position = mark;
        }

        return found ? sum : null;
    }

    /// <summary>"สามร้อย", "ร้อย" (one), "ยี่สิบ", "สิบ": the digit before the word of the place.</summary>
    private static int? TakePlace(TextCursor cursor, int place)
    {
        var mark = cursor.Position;
        var digit = place == 1 ? TakeTens(cursor) : TakeDigit(cursor);
        if (cursor.Take(BahtText.Places[place]))
            return digit ?? 1;

        cursor.Position = mark;
        return null;
    }

    /// <summary>Two tens are ยี่สิบ and one is สิบ; สองสิบ and หนึ่งสิบ are nobody's words.</summary>
    private static int? TakeTens(TextCursor cursor)
    {
        if (cursor.Take("ยี่"))
            return 2;

        var mark = cursor.Position;
        if (TakeDigit(cursor) is > 2 and var digit)
            return digit;

        cursor.Position = mark;
        return null;
    }

    private static int? TakeDigit(TextCursor cursor)
    {
        for (var digit = 1; digit <= 9; digit++)
        {
            if (cursor.Take(BahtText.Digits[digit]))
                return digit;
        }

        return null;
    }
}
