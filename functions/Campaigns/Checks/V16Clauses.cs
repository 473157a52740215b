using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>V16: every numbered clause of a source in hand is cited somewhere, and no citation names a clause that is not there.</summary>
internal static class V16Clauses
{
    public static IEnumerable<Fault> Check(Definition definition)
    {
        var citations = definition
            .Nodes.Where(n => n.Value is Citation)
            .Select(n => (At: n.Path.Text, Citation: (Citation)n.Value))
            .ToList();
        return definition
            .Campaign.Sources.Where(s => s.InHand)
            .SelectMany(source =>
            {
                var own = citations.Where(c => string.Equals(c.Citation.Source, source.Id, StringComparison.Ordinal)).ToList();
                return Uncited(source, own.Select(c => c.Citation)).Concat(Unknown(source, own));
            });
    }

    private static IEnumerable<Fault> Uncited(Source source, IEnumerable<Citation> citations)
    {
        var cited = citations.SelectMany(c => c.Locators).SelectMany(ClauseNumbers.Of).ToHashSet(StringComparer.Ordinal);
        return from clause in (source.Clauses ?? []).Index()
            where !ClauseNumbers.Of(clause.Item).Any(cited.Contains)
            select Fault.Error(
                "V16",
                $"sources/{source.Id}/clauses[{clause.Index}]",
                $"ไม่มีส่วนใดอ้าง {clause.Item}",
                $"nothing cites {clause.Item}"
            );
    }

    private static IEnumerable<Fault> Unknown(Source source, IEnumerable<(string At, Citation Citation)> citations)
    {
        var listed = (source.Clauses ?? []).SelectMany(ClauseNumbers.Of).ToHashSet(StringComparer.Ordinal);
        return from citation in citations
            from locator in citation.Citation.Locators
            where ClauseNumbers.IsNumbered(locator)
            let numbers = ClauseNumbers.Of(locator)
            where numbers.Count == 0 || !numbers.All(n => IsListed(n, listed))
            select Fault.Error("V16", citation.At, $"{source.Id} ไม่มี {locator}", $"{source.Id} has no {locator}");
    }

    // "ข้อ ๓" may stand for ๓.๑ to ๓.๓ together, when only those are numbered clauses of their own.
    private static bool IsListed(string number, HashSet<string> listed) =>
        listed.Contains(number) || listed.Any(l => l.StartsWith(number + ".", StringComparison.Ordinal));
}
