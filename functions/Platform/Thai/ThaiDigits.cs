using System.Globalization;

namespace CddFunctions.Platform.Thai;

/// <summary>
/// ๐-๙, the wide ０-９ of East Asian keyboards, and 0-9. Convert before parsing: <c>char.IsDigit</c> says yes to ๑ and
/// <c>int.Parse</c> says no (docs/rules.md 4).
/// </summary>
public static class ThaiDigits
{
    private const int Distance = '๐' - '0';

    public static string ToAscii(string text) => Map(Map(text, '๐', -Distance), '０', '0' - '０');

    public static string ToThai(string text) => Map(text, '0', Distance);

    public static string ToThai(long value) => ToThai(value.ToString(CultureInfo.InvariantCulture));

    private static string Map(string text, char zero, int shift) =>
        string.Create(
            text.Length,
            (text, zero, shift),
            (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                {
                    var c = from.text[i];
                    to[i] = c >= from.zero && c <= from.zero + 9 ? (char)(c + from.shift) : c;
                }
            }
        );
}
