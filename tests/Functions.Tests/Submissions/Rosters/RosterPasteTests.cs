using CddFunctions.Campaigns.Model;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Tests.Http;

namespace CddFunctions.Tests.Submissions.Rosters;

/// <summary>The columns of the made-up list: no, title, given, family, phone.</summary>
public sealed class RosterPasteTests
{
    private const string Header = "ที่\tคำนำหน้า\tชื่อ\tนามสกุล\tโทรศัพท์\n";

    private static readonly Field Table = MadeUpCampaign.Launched().Form("f-people").Fields[0];

    [Theory]
    [InlineData("1\tนาย\tสมมติ\tทดสอบ\t0800000001")]
    [InlineData("๑.\tนาย\tสมมติ\tทดสอบ\t0800000001\t\t\r\n")]
    [InlineData("นาย\tสมมติ\tทดสอบ\t0800000001")]
    [InlineData(Header + "1\tนาย\tสมมติ\tทดสอบ\t0800000001")]
    [InlineData("รายชื่อ\n\n" + Header + "1\tนาย\tสมมติ\tทดสอบ\t0800000001\n2\t\t\t\t\n\t\t\n")]
    [InlineData("Telephone\tFamily name\tGiven name\tTitle\n0800000001\tทดสอบ\tสมมติ\tนาย")]
    [InlineData("title\tgiven\tfamily\tphone\tหมายเหตุ\nนาย\tสมมติ\tทดสอบ\t0800000001\tไม่มี")]
    public void A_person_is_read_with_or_without_captions_and_numbers(string text)
    {
        var (rows, faults) = Read(text);

        Assert.Empty(faults.All);
        Assert.Equal(
            ["นาย", "สมมติ", "ทดสอบ", "0800000001"],
            new[] { "title", "given", "family", "phone" }.Select(c => Assert.Single(rows)[c])
        );
    }

    [Theory]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void As_many_rows_come_as_were_pasted_numbered_from_one(int people)
    {
        var text = string.Join("\r\n\r\n", Enumerable.Range(1, people).Select(i => $"นาย\tสมมติ{i}\tทดสอบ\t08000000{i:D2}"));

        var sheet = RosterPaste.Read(text, Table, new());

        Assert.Equal(people, sheet.Rows.Count);
        Assert.Equal(Enumerable.Range(1, people), sheet.Numbers);
    }

    [Theory]
    [InlineData("1\tนาย\n\tนาง", new[] { "นาย", "นาง" })]
    [InlineData("1\tนาย\nนาง\tข", new[] { "1", "นาง" })]
    public void Numbers_in_front_are_running_numbers_only_when_all_of_them_are(string text, string[] titles) =>
        Assert.Equal(titles, Read(text).Rows.Select(r => r["title"]));

    [Fact]
    public void A_line_break_inside_a_cell_makes_no_new_person()
    {
        var (rows, _) = Read("นาย\t\"สม\nมติ\"\tทดสอบ\n");

        Assert.Equal("สม\nมติ", Assert.Single(rows)["given"]);
    }

    [Theory]
    [InlineData("\t \n\u00a0\t\n", "nothing")]
    [InlineData(Header, "nothing")]
    [InlineData("1\tนาย\tสมมติ\tทดสอบ\t0800000001\tเกิน", "too-many-columns")]
    [InlineData("นาย\tสมมติ\tทดสอบ\t0800000001\tเกิน", "too-many-columns")]
    public void What_is_no_list_is_said_and_nothing_of_it_is_taken(string text, string code)
    {
        var (rows, faults) = Read(text);

        Assert.Equal([code], faults.All.Select(f => f.Code));
        Assert.Empty(rows);
    }

    [Theory]
    [InlineData(TableRules.MostRows, 0)]
    [InlineData(TableRules.MostRows + 1, 1)]
    [InlineData(TableRules.MostRows + 500, 1)]
    public void A_list_has_an_end(int people, int faults)
    {
        var (_, found) = Read(string.Concat(Enumerable.Repeat("นาย\tสมมติ\n\n", people)));

        Assert.Equal(faults, found.All.Count(f => f.Code == "too-many-rows"));
    }

    private static (IReadOnlyList<Dictionary<string, string>> Rows, FieldFaults Faults) Read(string text)
    {
        var faults = new FieldFaults();
        var sheet = RosterPaste.Read(text, Table, faults);
        return ([.. sheet.Rows.Select(r => r.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString()))], faults);
    }
}
