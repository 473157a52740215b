using System.Text;
using CddFunctions.Submissions.Rosters;
using FsCheck;
using FsCheck.Fluent;

namespace CddFunctions.Tests.Submissions.Rosters;

/// <summary>Rows are shown as <c>a|b/c|d</c>.</summary>
public sealed class TabbedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a\tb", "a|b")]
    [InlineData("a\tb\r\nc\td\r\n", "a|b/c|d")]
    [InlineData("a\nb\rc\r\nd", "a/b/c/d")]
    [InlineData("a\n\nb", "a//b")]
    [InlineData("a\t", "a|")]
    [InlineData("\ta\t\t\n", "|a||")]
    [InlineData("\"a\nb\"\tc", "a\nb|c")]
    [InlineData("\"a\r\nb\"\r\nc", "a\r\nb/c")]
    [InlineData("\"a\tb\"\tc", "a\tb|c")]
    [InlineData("\"บอก \"\"ดี\"\"\nมาก\"\tc", "บอก \"ดี\"\nมาก|c")]
    [InlineData("\"\"\tc", "|c")]
    [InlineData("\"แดง\" สมมติ\tc", "\"แดง\" สมมติ|c")]
    [InlineData("a\"b\tc", "a\"b|c")]
    [InlineData("\"a\tb\nc", "\"a|b/c")]
    [InlineData("\"", "\"")]
    public void Cells_and_rows_are_those_of_the_sheet(string text, string rows) => Assert.Equal(rows, Shown(text));

    [Fact]
    public void Whatever_stands_in_a_sheet_comes_back()
    {
        var cell = Gen.Elements("", "ก", "a\"b", "\"", "\"\"", "a\nb", "a\tb", "\"x\"\ny", "๑").ToArbitrary().Generator;
        var sheet = Gen.NonEmptyListOf(Gen.NonEmptyListOf(cell));

        Check.QuickThrowOnFailure(
            Prop.ForAll(
                sheet.ToArbitrary(),
                rows =>
                    TabbedText
                        .Rows(string.Concat(rows.Select(r => string.Join('\t', r.Select(Excel)) + "\r\n")))
                        .Select(r => string.Join('|', r))
                        .SequenceEqual(rows.Select(r => string.Join('|', r)))
            )
        );
    }

    [Fact]
    public void A_text_full_of_quotation_marks_is_read_to_its_end()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
            text.Append("\"a\"\"\t");

        Assert.Equal(100_001, TabbedText.Rows(text.ToString()).Single().Count);
    }

    /// <summary>What Excel writes: marks where they are needed, and, to be safe, around a cell that begins with one.</summary>
    private static string Excel(string cell) =>
        cell.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0 || cell.StartsWith('"') ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    private static string Shown(string text) => string.Join('/', TabbedText.Rows(text).Select(r => string.Join('|', r)));
}
