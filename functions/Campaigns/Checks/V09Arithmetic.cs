using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Campaigns.Checks;

/// <summary>
/// V9: printed numbers add up as each check expects (known mismatches are expected not to), and money words say the figures.
/// </summary>
internal static class V09Arithmetic
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        definition.Campaign.Checks.SelectMany(c => Check(definition, c)).Concat(Words(definition));

    private static IEnumerable<Fault> Check(Definition definition, Check check)
    {
        var path = $"checks/{check.Id}/assert";
        var (expression, mistake) = CampaignExpression.Parse(check.Assert);
        if (expression is null)
            return [new("V9", path, mistake!.Message, Severity.Error)];

        var verdict = expression.Judge(new Facts(definition));
        return verdict switch
        {
            Verdict.Missing or Verdict.Uncomputable =>
            [
                Fault.Error(
                    "V9",
                    path,
                    "คำนวณไม่ได้: ไม่พบข้อเท็จจริงหรือหารด้วยศูนย์",
                    "it cannot be worked out: a fact is missing or it divides by zero"
                ),
            ],
            Verdict.Holds or Verdict.Broken when (verdict is Verdict.Holds) != check.Expect =>
            [
                Fault.Error(
                    "V9",
                    path,
                    $"ได้ผล{(verdict is Verdict.Holds ? "ตรง" : "ไม่ตรง")} ซึ่งไม่เป็นไปตามที่คาด",
                    $"it {(verdict is Verdict.Holds ? "holds" : "does not hold")}, which is not what is expected"
                ),
            ],
            _ => [],
        };
    }

    private static IEnumerable<Fault> Words(Definition definition) =>
        from node in definition.Nodes
        let money = node.Value as Money
        where money?.WordsTh is not null && BahtText.Parse(money.WordsTh) != money.Baht
        select Fault.Error(
            "V9",
            $"{node.Path}.wordsTh",
            "จำนวนเงินเป็นตัวอักษรไม่ตรงกับตัวเลข",
            "the amount in words is not the amount in figures"
        );

    private sealed class Facts(Definition definition) : IExpressionScope
    {
        public decimal? Number(string name) => definition.Find<Fact>("facts", name)?.Value;

        public decimal? Sum(string table, string column) => null;

        public int? Count(string table) => null;

        public int? Distinct(string table, string column) => null;
    }
}
