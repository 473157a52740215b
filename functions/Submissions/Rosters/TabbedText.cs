using System.Text;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// Pure: the cells of what a spreadsheet puts on the clipboard. Tabs part cells, line ends part rows (<c>\r\n</c>, <c>\n</c>
/// and <c>\r</c>, also mixed); a cell with a line break or a tab in it stands in quotation marks, doubled inside.
/// </summary>
public static class TabbedText
{
    /// <summary>Rows in their order, also empty ones. The time it takes grows with the text, not faster.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var row = new List<string>();
            do
            {
                row.Add(Cell(text, ref at));
            } while (at < text.Length && text[at++] is '\t');

            if (at < text.Length && text[at - 1] is '\r' && text[at] is '\n')
                at++;
            yield return row;
        }
    }

    /// <summary>Leaves <paramref name="at"/> on the tab or line end after the cell.</summary>
    private static string Cell(string text, ref int at)
    {
        if (at < text.Length && text[at] is '"' && Quoted(text, at) is var (content, end))
        {
            at = end;
            return content;
        }

        var length = text.AsSpan(at).IndexOfAny('\t', '\r', '\n');
        var cell = length < 0 ? text[at..] : text.Substring(at, length);
        at += cell.Length;
        return cell;
    }

    /// <summary>
    /// The content of a cell in quotation marks. Null when the mark is only its first character, as in a name that begins with a nickname
    /// in quotes.
    /// </summary>
    private static (string Content, int End)? Quoted(string text, int start)
    {
        var content = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] is not '"')
                content.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] is '"')
                content.Append(text[i++]);
            else
                return i + 1 == text.Length || text[i + 1] is '\t' or '\r' or '\n' ? (content.ToString(), i + 1) : null;
        }

        return null;
    }
}
