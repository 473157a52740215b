using CddFunctions.Platform;
using CddFunctions.Submissions.Rosters.Pages;

namespace CddFunctions.Tests.Submissions.Rosters.Pages;

public sealed class FaultLinesTests
{
    [Fact]
    public void The_same_fault_in_many_rows_is_one_line()
    {
        FieldError[] faults =
        [
            new("rows", "wrong-number", new("จำนวน", "number")),
            .. new[] { 4, 5, 6, 9, 11, 12 }.Select(n => new FieldError($"rows[{n}].phone", "x", new("ผิด", "wrong"))),
            new("rows[7].phone", "x", new("ผิดอย่างอื่น", "other")),
            new("rows[7].given", "x", new("ผิด", "wrong")),
            new("rows[8]", "x", new("ทั้งแถว", "row")),
            new("file", "x", new("ไฟล์", "file")),
        ];

        Assert.Equal(
            ["|rows", "4–6, 9, 11–12|phone", "7|phone", "7|given", "8|", "|file"],
            FaultLines.Of(faults).Select(l => $"{l.Rows}|{l.Column}")
        );
        Assert.Equal("rows[4].phone", FaultLines.Of(faults)[1].First.Path);
    }
}
