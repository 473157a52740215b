using System.Diagnostics;
using System.Text;
using CddFunctions.Platform.Sheets;

namespace CddFunctions.Tests.Platform.Sheets;

public sealed class SheetBookTests
{
    [Theory]
    [InlineData("<c r='A1'><v>800000001</v></c>", "800000001")]
    [InlineData("<c r='A1'><v>8.00000001E8</v></c>", "800000001")]
    [InlineData("<c r='A1'><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c r='A1' s='3'><v>5</v></c>", "5")]
    [InlineData("<c r='A1' s='1'><v>44270</v></c>", "2021-03-15")]
    [InlineData("<c r='A1' s='2'><v>44270.75</v></c>", "2021-03-15")]
    [InlineData("<c r='A1' s='1'><v>242597</v></c>", "2021-03-15")] // 15 March 2564, typed as it is said
    [InlineData("<c r='A1' t='d'><v>2021-03-15T00:00:00</v></c>", "2021-03-15")]
    [InlineData("<c r='A1' t='b'><v>1</v></c>", "true")]
    [InlineData("<c r='A1' t='e'><v>#N/A</v></c>", "#N/A")]
    [InlineData("<c r='A1'><f>1+1</f><v>2</v></c>", "2")]
    [InlineData("<c r='A1'><f>1+1</f></c>", SheetBook.Uncalculated)]
    [InlineData("<c r='A1'><f>1+1</f><v/></c>", SheetBook.Uncalculated)]
    [InlineData("<c r='A1' t='str'><f>\"\"</f><v></v></c>", null)]
    [InlineData("<c r='A1' t='s'><v>1</v></c>", "กข")]
    [InlineData("<c r='A1' t='s'><v>2</v></c>", "ก\nข")]
    [InlineData("<c r='A1' t='s'><v>99</v></c>", null)]
    [InlineData("<c r='A1' t='s'><v>-1</v></c>", null)]
    [InlineData("<c r='A1' s='1'/>", null)]
    [InlineData("<c><v>7</v></c>", "7")]
    public void A_cell_is_read_as_people_see_it(string cell, string? text)
    {
        var book = new XlsxMaker
        {
            Strings =
                "<sst><si><t>x</t></si><si><r><t>ก</t></r><r><rPr/><t>ข</t></r><rPh sb='0' eb='1'><t>y</t></rPh></si><si><t>ก_x000A_ข</t></si></sst>",
        };

        Assert.Equal(text, First(book.Sheet("ก", $"<row>{cell}</row>").Build()));
    }

    [Theory]
    [InlineData("<workbookPr date1904='1'/>")]
    [InlineData("<workbookPr date1904='true'/>")]
    public void Dates_of_the_other_epoch_are_the_same_days(string properties) =>
        Assert.Equal(
            "2021-03-15",
            First(
                new XlsxMaker { Properties = properties }
                    .Sheet("ก", "<row><c s='1'><v>42808</v></c></row>")
                    .Build()
            )
        );

    [Fact]
    public void Rows_and_columns_are_those_that_Excel_shows()
    {
        var file = new XlsxMaker()
            .Sheet("ก", "<row r='3'><c r='B3'><v>1</v></c><c><v>2</v></c></row><row><c r='AB4'><v>3</v></c></row>")
            .Build();

        var (rows, _) = SheetBook.Read(new MemoryStream(file), b => b.Rows(b.Sheets[0]).ToList());

        Assert.Equal([3, 4], rows!.Select(r => r.Number));
        Assert.Equal([1, 2, 27], rows!.SelectMany(r => r.Cells.Keys));
    }

    [Fact]
    public void Hidden_sheets_are_told()
    {
        var file = new XlsxMaker().Sheet("ก", "").Sheet("ข", "", "hidden").Sheet("ค", "", "veryHidden").Build();

        var (sheets, _) = SheetBook.Read(new MemoryStream(file), b => b.Sheets);

        Assert.Equal([("ก", true), ("ข", false), ("ค", false)], sheets!.Select(s => (s.Name, s.IsVisible)));
    }

    /// <summary>Each is small and unpacks, or grows in memory, to a hundred times its size.</summary>
    public static TheoryData<string> Bombs() =>
        ["styles", "wide", "rows", "strings", "long-string", "names", "depth", "attributes", "sheets", "entities"];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_workbook_that_costs_too_much_is_given_up_soon(string kind)
    {
        var file = Bomb(kind);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();

        var (rows, isTooComplex) = SheetBook.Read(new MemoryStream(file), b => $"{b.Rows(b.Sheets[0]).Count()}");

        Assert.Null(rows);
        Assert.True(isTooComplex || kind is "entities", "not told as too costly");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kind}: {file.Length:N0} bytes, {clock.ElapsedMilliseconds} ms, {(GC.GetTotalAllocatedBytes(true) - before) / 1048576} MB allocated"
        );
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 500_000_000);
    }

    internal static byte[] Bomb(string kind) =>
        kind switch
        {
            "styles" => new XlsxMaker { Styles = $"<styleSheet><cellXfs>{Many("<xf numFmtId='0'/>", 3_000_000)}</cellXfs></styleSheet>" }
                .Sheet("ก", "")
                .Build(),
            "wide" => new XlsxMaker().Sheet("ก", Many($"<row>{Many("<c><v>1</v></c>", 16_384)}</row>", 100)).Build(),
            "rows" => new XlsxMaker().Sheet("ก", Many("<row><c><v>1</v></c></row>", 1_048_576)).Build(),
            "strings" => new XlsxMaker { Strings = $"<sst>{Many("<si><t>a</t></si>", 1_000_000)}</sst>" }
                .Sheet("ก", "")
                .Build(),
            "long-string" => new XlsxMaker { Strings = $"<sst><si><t>{new string('a', 20_000_000)}</t></si></sst>" }
                .Sheet("ก", "")
                .Build(),
            "names" => new XlsxMaker().Sheet("ก", string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<a{i}/>"))).Build(),
            "depth" => new XlsxMaker().Sheet("ก", Many("<a>", 1_000_000)).Build(),
            "attributes" => new XlsxMaker().Sheet("ก", $"<row {Many("a='' ", 2_000_000)}/>").Build(),
            "sheets" => Enumerable.Range(0, 3_000).Aggregate(new XlsxMaker(), (book, i) => book.Sheet($"{i}", "")).Build(),
            "entities" => new XlsxMaker()
                .Sheet(
                    "ก",
                    "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><worksheet><sheetData><row><c t='inlineStr'><is><t>&b;</t></is></c></row></sheetData></worksheet>"
                )
                .Build(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    [Fact]
    public void Bytes_changed_at_random_are_read_or_refused_and_never_throw()
    {
        var good = new XlsxMaker { Strings = "<sst><si><t>ก</t></si></sst>" }
            .Sheet("ก", "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>44270</v></c></row>")
            .Build();
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            var bad = (byte[])good.Clone();
            for (var n = random.Next(1, 8); n > 0; n--)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            SheetBook.Read(
                new MemoryStream(bad, 0, random.Next(4) == 0 ? random.Next(bad.Length) : bad.Length),
                b => b.Sheets.SelectMany(b.Rows).ToList()
            );
        }
    }

    private static string? First(byte[] file) =>
        SheetBook.Read(new MemoryStream(file), b => b.Rows(b.Sheets[0]).ToList()).Read?.SingleOrDefault()?.Cells[0];

    private static string Many(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
