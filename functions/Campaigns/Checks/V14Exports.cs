using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>V14: an export says truthfully whether it holds personal data and goes only to roles with the right for it.</summary>
internal static class V14Exports
{
    public static IEnumerable<Fault> Check(Definition definition) =>
        definition.Campaign.Exports.SelectMany(e => Truth(definition, e).Concat(Rights(definition, e)));

    private static IEnumerable<Fault> Truth(Definition definition, Export e)
    {
        if (Holds(definition, e) is { } personal && personal != e.Personal)
            yield return Fault.Error(
                "V14",
                $"exports/{e.Id}/personal",
                $"{e.Of} {(personal ? "มี" : "ไม่มี")}ข้อมูลส่วนบุคคล",
                $"{e.Of} holds {(personal ? "" : "no ")}personal data"
            );
    }

    // Null for an export that has no form, such as a ballot's list: what it holds depends on what the ballot publishes.
    private static bool? Holds(Definition definition, Export e)
    {
        if (string.Equals(e.Of, "tasks", StringComparison.Ordinal))
            return false;
        var form = definition.Find<Form>("forms", definition.Find<Roster>("rosters", e.Of)?.Form ?? e.Of);
        return form is null ? null : FormFields.IsPersonal(form);
    }

    private static IEnumerable<Fault> Rights(Definition definition, Export e) =>
        from role in e.Roles.Index()
        let rights = definition.Find<Role>("roles", role.Item)?.Can
        where rights is not null && !rights.Contains(Right.ExportPersonal) && (e.Personal || !rights.Contains(Right.Export))
        select Fault.Error(
            "V14",
            $"exports/{e.Id}/roles[{role.Index}]",
            $"{role.Item} ไม่มีสิทธิส่งออก{(e.Personal ? "ข้อมูลส่วนบุคคล" : "")}",
            $"{role.Item} has no right to export {(e.Personal ? "personal data" : "")}".TrimEnd()
        );
}
