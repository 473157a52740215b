using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Http;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions;
using CddFunctions.Submissions.Fields;
using CddFunctions.Submissions.Rosters;
using CddFunctions.Submissions.Rosters.Pages;

namespace CddFunctions.Ballots.Roll;

/// <summary>Body of a roll as JSON: the columns of the staff register. Without entries the roll is taken from the staff roster.</summary>
/// <param name="Reason">Needed for additions after the freeze.</param>
public sealed record RollRequest(IReadOnlyList<JsonElement>? Entries = null, string? Reason = null);

public sealed record RollRead(IReadOnlyList<JsonObject> Rows, string? Reason)
{
    public string? Reason { get; } = TypedText.Lines(Reason);
}

/// <summary>
/// Reads the people of a roll from JSON, an Excel sheet or the staff roster, by the form of the roster that the ballot names
/// (ry-p1 ข้อ ๓). Any number of people is taken: the number in the letter was counted in an earlier month. The answer shows that
/// number beside the real one.
/// </summary>
public sealed class RollReader(Places places, RosterEntries rosters, RosterWorkbooks workbooks, TimeProvider clock)
{
    private const long MostBytes = 5 * 1_048_576;
    private const string Position = "position";
    private const string Office = "office";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<Outcome<RollRead>> ReadAsync(BallotTarget target, HttpRequest http, CancellationToken ct)
    {
        var faults = new FieldFaults();
        if (await LimitedBody.ReadAsync(http, MostBytes, ct) is not { } bytes)
            return CommonProblems.TooLarge();
        if (bytes.Length == 0)
            return new RollRead(await FromRosterAsync(target, ct), null);
        if (string.Equals(http.ContentType?.Split(';')[0].Trim(), Workbook, StringComparison.OrdinalIgnoreCase))
            return (await workbooks.ReadAsync(bytes, TableOf(target), faults, ct)).IsRefused(out var busy, out var sheet)
                ? busy
                : await ReadAsync(target, sheet, null, faults, ct);
        if (!http.HasJsonContentType())
            return CommonProblems.WrongContent();
        if (Json.Read<RollRequest>(bytes).IsRefused(out var unread, out var request))
            return unread;
        if (request.Entries is null)
            return new RollRead(await FromRosterAsync(target, ct), request.Reason);
        if (request.Entries.Count > TableRules.MostRows)
            faults.Rule(
                "entries",
                "too-many-rows",
                $"เกิน {TableRules.MostRows:#,0} แถว ให้ส่งส่วนที่เหลือเป็นรายชื่อเพิ่ม",
                $"More than {TableRules.MostRows:#,0} rows. Send the rest as additions."
            );

        return await ReadAsync(target, faults.None ? new(request.Entries, []) : RosterRows.None, request.Reason, faults, ct);
    }

    public Task<IReadOnlyList<JsonObject>> FromRosterAsync(BallotTarget target, CancellationToken ct) =>
        rosters.AllOfAsync(target.Campaign, RosterOf(target), ct);

    /// <summary>What is kept of a row: the name as printed, the post and the office.</summary>
    public static RollEntry ToEntry(BallotTarget target, JsonObject row, ISet<ulong> taken)
    {
        var columns = TableOf(target).Columns ?? [];
        var name = new ThaiName(Text(FieldKind.Title), Text(FieldKind.Given) ?? "", Text(FieldKind.Family) ?? "");
        return new(RollEntry.NewId(taken), name.Display(), Named(Position), Named(Office));

        string? Text(FieldKind kind) => columns.FirstOrDefault(c => c.Kind == kind) is { } column ? row[column.Id]?.ToString() : null;

        string? Named(string id) =>
            row[id]?.ToString() is not { } value
                ? null
                : columns
                    .FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal))
                    ?.Options?.FirstOrDefault(o => string.Equals(o.Value, value, StringComparison.Ordinal))
                    ?.Th
                    ?? value;
    }

    /// <summary>Reads and checks a workbook or a pasted list of the roll's page.</summary>
    public async Task<Outcome<RollRead>> ReadAsync(BallotTarget target, IFormCollection form, CancellationToken ct)
    {
        var faults = new FieldFaults();
        return (await RosterPost.SheetAsync(form, workbooks, TableOf(target), faults, ct)).IsRefused(out var busy, out var sheet)
            ? busy
            : await ReadAsync(target, sheet, form["reason"], faults, ct);
    }

    /// <summary>Checks rows that were pasted or sent on the roll's page. Faults that the caller already found refuse them, too.</summary>
    private async Task<Outcome<RollRead>> ReadAsync(
        BallotTarget target,
        RosterRows sheet,
        string? reason,
        FieldFaults faults,
        CancellationToken ct
    )
    {
        var context = await FieldContext.OfAsync(places, target.Campaign, target.Campaign.Province, clock.GetUtcNow(), ct);
        var rows =
            faults.None || sheet.Rows.Count > 0 ? FormReader.ReadRows(TableOf(target), sheet.Rows, sheet.Numbers, context, faults) : [];
        return faults.None ? new RollRead(rows, reason) : SubmissionProblems.RulesBroken(faults.All);
    }

    /// <summary>One person of a form whose inputs are the columns that a roll keeps.</summary>
    public async Task<Outcome<RollRead>> ReadOneAsync(BallotTarget target, IFormCollection form, FieldFaults faults, CancellationToken ct)
    {
        var table = KeptOf(target);
        var row = table.Columns!.ToDictionary(c => c.Id, c => form[c.Id].ToString(), StringComparer.Ordinal);
        var context = await FieldContext.OfAsync(places, target.Campaign, target.Campaign.Province, clock.GetUtcNow(), ct);
        var rows = FormReader.ReadRows(table, [JsonSerializer.SerializeToElement(row, Json.Options)], [], context, faults);
        return faults.None ? new RollRead(rows, form["reason"]) : SubmissionProblems.RulesBroken(faults.All);
    }

    /// <summary>The columns of which a roll keeps something.</summary>
    public static Field KeptOf(BallotTarget target) =>
        TableOf(target) is var table && table.Columns is { } columns ? table with { Columns = [.. columns.Where(IsKept)] } : table;

    /// <summary>An entry as the columns that it came from, to be corrected.</summary>
    public static IReadOnlyDictionary<string, string?> RowOf(BallotTarget target, RollEntry entry)
    {
        var name = ThaiName.Parse(entry.Name);
        return KeptOf(target)
            .Columns!.ToDictionary(
                c => c.Id,
                c =>
                    c.Kind switch
                    {
                        FieldKind.Title => name?.Title,
                        FieldKind.Given => name is null ? entry.Name : name.Given,
                        FieldKind.Family => name?.Family,
                        _ when c.Id is Position => entry.Position,
                        _ => c.Options?.FirstOrDefault(o => string.Equals(o.Th, entry.Office, StringComparison.Ordinal))?.Value
                            ?? entry.Office,
                    },
                StringComparer.Ordinal
            );
    }

    private static Roster RosterOf(BallotTarget target) => target.Campaign.FindRoster(target.Ballot.Electorate.Roster)!;

    /// <summary>
    /// The columns of the staff register; any number of people. What a roll does not keep may be there, and nobody has to give it or to
    /// give it rightly.
    /// </summary>
    public static Field TableOf(BallotTarget target)
    {
        var roster = RosterOf(target);
        var table = RosterForms.Table(target.Campaign.Form(roster.Form), roster);
        return table with
        {
            ExactItems = null,
            MinItems = null,
            MaxItems = null,
            Columns = table.Columns is { } columns ? [.. columns.Select(c => IsKept(c) ? c : Unkept(c))] : null,
        };
    }

    private static bool IsKept(Field column) =>
        column.Kind is FieldKind.Title or FieldKind.Given or FieldKind.Family || column.Id is Position or Office;

    private static Field Unkept(Field column) => new(column.Id, FieldKind.Text, column.Th, column.En, []);
}
