using System.Text.Json;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Submissions.Fields.Pages;
using CddFunctions.Submissions.Reviews;
using CddFunctions.Submissions.Rosters;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>Gathers what the hand-in page shows.</summary>
public sealed class HandInViews(Places places, RosterPeople people, ReturnReasons reasons, ReadReceipts receipts)
{
    /// <summary>Lines that a click on "more lines" gives.</summary>
    private const int MoreLines = 3;

    public async Task<HandInView> OfAsync(
        Opened open,
        Standing standing,
        FormState draft,
        Problem? refusal,
        string? after,
        CancellationToken ct
    )
    {
        var target = open.Target;
        var page = open.Visit.Page;
        var errors = FormHints.AtInputs(target.Form, refusal?.Errors ?? []);
        var scope = await ScopeAsync(open, ct) with
        {
            Errors = errors,
            Files = draft.Files,
            Spare = draft.Add is { } table
                ? new Dictionary<string, int>(StringComparer.Ordinal) { [table] = MoreLines }
                : new(StringComparer.Ordinal),
        };
        var inputs = Inputs(target);
        var find = await places.OfAsync(target.Campaign, ct);
        return new(
            target,
            standing,
            draft,
            standing.Refusal is null ? [.. inputs.Select(f => new FieldView(f, f.Id, Value(draft, f), scope))] : [],
            refusal,
            ErrorLinks.Of(RosterForms.AsHandIn(target).Fields, inputs, errors, page),
            [.. standing.Missing.Select(code => find(code)?.Name ?? new(code, code))],
            await reasons.FindAsync(target.Campaign, standing.Row, ct),
            target.Form.Repeatable ? await receipts.ListAsync(target, after, ct) : null,
            find,
            !Access.Covers(open.Visit.Caller, target.Campaign, target.Task, target.Unit.Code)
        );
    }

    /// <summary>What is typed on this page: a list of people has a page of its own, and is handed in as it stands.</summary>
    public static IReadOnlyList<Field> Inputs(Target target) =>
        target.Campaign.RosterOf(target.Task) is null
            ? target.Form.Fields
            : [.. RosterForms.AsHandIn(target).Fields.Where(f => f.Kind is not FieldKind.Table)];

    private async Task<FieldScope> ScopeAsync(Opened open, CancellationToken ct)
    {
        var target = open.Target;
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (
            var roster in target
                .Form.Fields.SelectMany(f => f.Columns ?? [f])
                .Select(f => f.Roster)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
        )
            names[roster] = await people.NamesAsync(target, open.Visit.Caller, roster, ct);

        return new(target.Campaign, open.Visit.Page.English)
        {
            Units = await places.AroundAsync(target.Campaign, target.Unit, ct),
            People = names,
            Sums = FormHints.Sums(target.Form),
        };
    }

    private static JsonElement? Value(FormState draft, Field field) =>
        draft.Request.Fields?.TryGetValue(field.Id, out var value) is true ? value : null;
}
