using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Submissions.Rosters.Pages;
using CddFunctions.Tests.Http;
using Microsoft.Extensions.Primitives;

namespace CddFunctions.Tests.Submissions.Rosters.Pages;

public sealed class RosterFormTests
{
    private static readonly Field Table = MadeUpCampaign.Launched().Form("f-people").Fields[0];

    [Theory]
    [InlineData(0, 15)]
    [InlineData(15, 15)]
    [InlineData(16, 16)]
    public void There_are_as_many_rows_as_the_definition_needs_and_none_is_hidden(int filled, int rows) =>
        Assert.Equal(Enumerable.Range(1, rows), RosterForm.Padded(Lines(filled), Table).Select(l => l.Number));

    [Theory]
    [InlineData(null, null, 0, 5)]
    [InlineData(null, null, 7, 12)]
    [InlineData(10, null, 2, 10)]
    [InlineData(null, 9, 7, 9)]
    [InlineData(null, 9, 10, 10)]
    public void Where_any_number_will_do_some_empty_rows_follow_within_the_limits(int? min, int? max, int filled, int rows) =>
        Assert.Equal(rows, RosterForm.Padded(Lines(filled), Table with { ExactItems = null, MinItems = min, MaxItems = max }).Count);

    [Fact]
    public void Empty_rows_are_left_out_and_people_numbered_while_faults_name_the_row_on_the_page()
    {
        IReadOnlyList<RosterLine> lines = [Line(1, "ก"), Line(2, " "), Line(3, "ข")];

        var sheet = RosterForm.ToSheet(lines, Table);

        Assert.Equal(["1", "2"], sheet.Rows.Select(r => r.GetProperty("no").GetString()));
        Assert.Equal([1, 3], sheet.Numbers);
    }

    [Fact]
    public void A_list_without_a_running_number_gets_none()
    {
        var plain = Table with { Columns = [.. Table.Columns!.Skip(1)] };

        Assert.False(RosterForm.ToSheet([Line(1, "ก")], plain).Rows.Single().TryGetProperty("no", out _));
    }

    [Fact]
    public void Inputs_are_read_by_the_names_that_they_have_on_the_page()
    {
        var form = new FormCollection(
            new Dictionary<string, StringValues>
            {
                ["rows[1].given"] = "ก",
                ["rows[2].phone"] = "12",
                ["rows[4].given"] = "เว้นแถว",
                ["rows[1].strange"] = "x",
            }
        );

        var lines = RosterForm.Posted(form, Table);

        Assert.Equal([1, 2], lines.Select(l => l.Number));
        Assert.Equal(("ก", "", "12"), (lines[0].Cells["given"], lines[0].Cells["phone"], lines[1].Cells["phone"]));
        Assert.Equal(["title", "given", "family", "phone"], lines[0].Cells.Keys);
    }

    [Fact]
    public void What_is_kept_is_shown_as_people_write_it_on_one_line()
    {
        var entry = new JsonObject
        {
            ["no"] = 1,
            ["given"] = "สอง\nบรรทัด",
            ["phone"] = "+66800000001",
        };

        var line = RosterForm.Kept([entry], Table, MadeUpCampaign.Launched().Definition).Single();

        Assert.Equal(("สอง บรรทัด", "080-000-0001", ""), (line.Cells["given"], line.Cells["phone"], line.Cells["title"]));
    }

    [Fact]
    public void Changes_are_marked_in_the_rows_of_the_page_also_below_an_empty_one()
    {
        JsonObject before =
                new()
                {
                    ["given"] = "ก",
                    ["family"] = "ข",
                    ["title"] = "นาย",
                },
            gone = new() { ["given"] = "ออก", ["family"] = "ข" };
        JsonObject after =
                new()
                {
                    ["given"] = "ก",
                    ["family"] = "ข",
                    ["title"] = "นาง",
                },
            added = new() { ["given"] = "เข้า", ["family"] = "ข" };

        var view = RosterSheetView.Of(
            Table,
            [Line(1, ""), Line(2, "ก"), Line(3, "เข้า")],
            [after, added],
            [before, gone],
            RosterBasis.Accepted,
            "v"
        );
        var first = RosterSheetView.Of(Table, [Line(1, "ก")], [after], [], RosterBasis.Accepted, "");

        Assert.Equal([null, RosterChangeKind.Corrected, RosterChangeKind.Added], view.Lines.Take(3).Select(l => view.ChangeOf(l)?.Kind));
        Assert.Equal(["ออก ข"], view.Removed.Select(r => r.Name));
        Assert.Equal((RosterBasis.None, 0), (first.Basis, first.Changes.Count)); // the first list ever is no change
    }

    private static IReadOnlyList<RosterLine> Lines(int filled) => [.. Enumerable.Range(1, filled).Select(n => Line(n, "ก"))];

    private static RosterLine Line(int number, string given) => new(number, new Dictionary<string, string> { ["given"] = given });
}
