using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;

namespace CddFunctions.Submissions.Rosters;

/// <summary>
/// Pure: how a roster is written on its form. A form with one table (form 1.1: <c>leaders</c>) holds the whole list; on
/// a form without one (the staff register) the fields are the columns, and the list is the table <c>entries</c>.
/// </summary>
public static class RosterForms
{
    private const string PlainTable = "entries";

    public static string TableOf(Form form) => form.Fields.FirstOrDefault(f => f.Kind is FieldKind.Table)?.Id ?? PlainTable;

    /// <summary>The list as a revision handed it in.</summary>
    public static IReadOnlyList<JsonObject> Entries(Form form, Revision revision) =>
        [.. (revision.Fields[TableOf(form)] as JsonArray ?? []).OfType<JsonObject>()];

    public static Field Table(Form form, Roster roster) =>
        form.Fields.FirstOrDefault(f => f.Kind is FieldKind.Table)
        ?? new(
            PlainTable,
            FieldKind.Table,
            roster.Th,
            roster.En,
            roster.Src,
            Required: true,
            Columns: form.Fields,
            MinItems: roster.Size.Exact is null ? roster.Size.Min : null,
            MaxItems: roster.Size.Exact is null ? roster.Size.Max : null,
            ExactItems: roster.Size.Exact,
            UniqueBy: NameColumns(form.Fields)
        );

    /// <summary>The form as it is handed in: with the list as a table where the task hands in a roster.</summary>
    public static Form AsHandIn(Target target) =>
        target.Campaign.RosterOf(target.Task) is { } roster && !target.Form.Fields.Any(f => f.Kind is FieldKind.Table)
            ? target.Form with
            {
                Fields = [Table(target.Form, roster)],
            }
            : target.Form;

    /// <summary>The table as it is asked for: what became of an entry since the earlier list is needed only where there was one.</summary>
    public static Field Asked(Field table, bool earlier) => earlier ? table : table with { Columns = [.. Columns(table).Select(Waived)] };

    /// <summary>The table as it is shown: without the questions about an earlier list where there was none.</summary>
    public static Field Shown(Field table, bool earlier) =>
        earlier ? table : table with { Columns = [.. Columns(table).Where(c => !c.Change)] };

    private static IReadOnlyList<Field> Columns(Field table) => table.Columns ?? [];

    private static Field Waived(Field column) => column.Change ? column with { Required = false } : column;

    /// <summary>The form as it is read when a hand-in brings the list.</summary>
    public static Form AsHandIn(Target target, bool earlier)
    {
        var form = AsHandIn(target);
        return form with { Fields = [.. form.Fields.Select(f => f.Kind is FieldKind.Table ? Asked(f, earlier) : f)] };
    }

    /// <summary>The columns that make up a name: what two entries may not share.</summary>
    public static IReadOnlyList<string>? NameColumns(IReadOnlyList<Field> columns)
    {
        List<string> names = [.. columns.Where(c => c.Kind is FieldKind.Given or FieldKind.Family).Select(c => c.Id)];
        return names.Count > 0 ? names : null;
    }
}
