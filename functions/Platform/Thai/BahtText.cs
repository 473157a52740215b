using System.Text;

namespace CddFunctions.Platform.Thai;

/// <summary>Amounts in words, as letters print them behind the figures: สองแสนหกหมื่นเก้าพันบาทถ้วน.</summary>
public static class BahtText
{
    internal const decimal Million = 1_000_000;

    /// <summary>0 to 9.</summary>
    internal static readonly string[] Digits = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];

    /// <summary>10 to 100,000, by power of ten.</summary>
    internal static readonly string[] Places = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];

    /// <summary>Any decimal, rounded half away from zero to the satang. Less than a baht prints satang only; no "ลบ" before zero.</summary>
    public static string Format(decimal amount)
    {
        var rounded = decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
        var size = Math.Abs(rounded);
        var baht = decimal.Truncate(size);
        var satang = (int)((size - baht) * 100);

        var words = new StringBuilder(rounded < 0 ? "ลบ" : "");
        if (baht > 0 || satang == 0)
            words.Append(Integer(baht)).Append("บาท");

        return words.Append(satang > 0 ? Integer(satang) + "สตางค์" : "ถ้วน").ToString();
    }

    /// <summary>The inverse of <see cref="Format"/>; see <see cref="BahtReader"/> for what else is read.</summary>
    /// <returns>Null when the words are not an amount.</returns>
    public static decimal? Parse(string? words) => BahtReader.Read(words);

    private static string Integer(decimal value)
    {
        if (value == 0)
            return Digits[0];

        var millions = decimal.Truncate(value / Million);
        var rest = (int)(value % Million);
        return millions == 0 ? BelowMillion(rest, follows: false) : $"{Integer(millions)}ล้าน{BelowMillion(rest, follows: true)}";
    }

    /// <param name="follows">True when words of a larger number come before; a final 1 is then said เอ็ด.</param>
    private static string BelowMillion(int value, bool follows)
    {
        var words = new StringBuilder();
        for (var (place, power) = (5, 100_000); place >= 0; place--, power /= 10)
        {
            var digit = value / power % 10;
            if (digit > 0)
                words.Append(Digit(digit, place, follows || value > power * 10)).Append(Places[place]);
        }

        return words.ToString();
    }

    private static string Digit(int digit, int place, bool follows) =>
        (digit, place) switch
        {
            (1, 1) => "",
            (2, 1) => "ยี่",
            (1, 0) when follows => "เอ็ด",
            _ => Digits[digit],
        };
}
