using System.Text;

namespace CddFunctions.Tests.Demo;

/// <summary>A second, independent reader of CSV (RFC 4180), so that the product's own library is not its judge.</summary>
internal static class CsvLines
{
    public static List<string[]> Read(string text)
    {
        var lines = new List<string[]>();
        var line = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c is not '"')
                    field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] is '"')
                    field.Append(text[i++]);
                else
                    quoted = false;
            }
            else if (c is '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                line.Add(Unescaped(field.ToString()));
                field.Clear();
                if (c is '\n')
                {
                    lines.Add([.. line]);
                    line.Clear();
                }
            }
            else if (c is not '\r')
            {
                field.Append(c);
            }
        }

        return lines;
    }

    /// <summary>The apostrophe in front of what a spreadsheet could run (+66…) is no part of the value.</summary>
    private static string Unescaped(string text) =>
        text.Length > 1 && text[0] is '\'' && text[1] is '=' or '+' or '-' or '@' ? text[1..] : text;
}
