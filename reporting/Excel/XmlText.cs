using System.Buffers;
using System.Text;

namespace CddFunctions.Reporting.Excel;

/// <summary>
/// Text as UTF-8 XML for a cell. What XML 1.0 cannot carry is written as <c>_xHHHH_</c> (ECMA-376 part 1, ST_Xstring), and
/// so is a carriage return, which XML readers turn into a line feed. A text that looks like such an escape gets its
/// underscore escaped. Half a surrogate pair becomes U+FFFD.
/// </summary>
internal static class XmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n']),
        '&',
        '<',
        '>',
        '_',
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>Would a reader that may tidy white space change the text? Only then is <c>xml:space</c> worth its bytes.</summary>
    public static bool HasSpacesToKeep(ReadOnlySpan<char> text) =>
        !text.IsEmpty
        && (
            char.IsWhiteSpace(text[0])
            || char.IsWhiteSpace(text[^1])
            || text.IndexOfAny('\t', '\n') >= 0
            || text.Contains("  ", StringComparison.Ordinal)
        );

    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Special);
            if (plain < 0)
                plain = text.Length;

            Encoding.UTF8.GetBytes(text[..plain], output);
            text = text[plain..];
            if (text.IsEmpty)
                return;

            WriteSpecial(output, text);
            text = text[1..];
        }
    }

    private static void WriteSpecial(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                output.Write("&amp;"u8);
                break;
            case '<':
                output.Write("&lt;"u8);
                break;
            case '>':
                output.Write("&gt;"u8);
                break;
            case '_' when !IsEscape(text):
                output.Write("_"u8);
                break;
            default:
                Encoding.UTF8.GetBytes($"_x{(int)text[0]:X4}_", output);
                break;
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text is ['_', 'x', var a, var b, var c, var d, '_', ..]
        && char.IsAsciiHexDigit(a)
        && char.IsAsciiHexDigit(b)
        && char.IsAsciiHexDigit(c)
        && char.IsAsciiHexDigit(d);
}
