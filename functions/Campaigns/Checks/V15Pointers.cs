using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>V15: what contradictions, amendments, gates and open questions point at is there.</summary>
internal static class V15Pointers
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        Pointers(definition.Campaign)
            .Where(p => !Resolves(definition, p.Id))
            .Concat(Named(definition.Campaign).Where(r => !r.Kinds.Any(k => definition.Has(k, r.Id))))
            .Select(r => Fault.Error("V15", r.Path, $"ไม่พบ {r.Id}", $"there is no {r.Id}"));

    /// <summary>A pointer is a path (<c>tasks/t-book</c>, <c>rosters/ro-staff/total</c>) or the id of any element.</summary>
    private static bool Resolves(Definition definition, string pointer) =>
        definition.Paths.Contains(pointer) || definition.HasAnywhere(pointer);

    private static IEnumerable<Reference> Pointers(Campaign c) =>
        [
            .. c.Contradictions.SelectMany(d => Reference.ToAll($"contradictions/{d.Id}/affects", d.Affects)),
            .. from amendment in c.Amendments
            from change in amendment.Changes.Index()
            where change.Item.Op is not ChangeOp.Remove
            select new Reference($"amendments/{amendment.Id}/changes[{change.Index}].target", change.Item.Target),
        ];

    private static IEnumerable<Reference> Named(Campaign c) =>
        [
            .. c.Contradictions.SelectMany(d => Reference.To($"contradictions/{d.Id}/decides", d.Decides, "roles")),
            .. c.OpenQuestions.SelectMany(q => Reference.To($"openQuestions/{q.Id}/ask", q.Ask, "roles")),
            .. c.OpenQuestions.SelectMany(q =>
                Reference.ToAll($"openQuestions/{q.Id}/blocks", q.Blocks, "tasks", "rounds", "ballots", "rankings")
            ),
            .. c.Rounds.SelectMany(r => Gate($"rounds/{r.Id}", r.Gate)),
            .. c.Ballots.SelectMany(b => Gate($"ballots/{b.Id}", b.Gate)),
            .. c.Rankings.SelectMany(r => Gate($"rankings/{r.Id}", r.Gate)),
        ];

    private static IEnumerable<Reference> Gate(string path, IReadOnlyList<string>? ids) =>
        Reference.ToAll($"{path}/gate", ids, "contradictions", "openQuestions");
}
