using System.Text.Json;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;
using CddFunctions.Platform.Thai;

namespace CddFunctions.Submissions.Fields.Pages;

/// <summary>How a field is asked for.</summary>
public enum InputKind
{
    Line,
    Lines,
    Number,
    Date,
    YesNo,
    One,
    Several,
    Suggest,
    Phone,
    Link,
    Location,
    Table,
    Files,
}

/// <summary>Pure: one input of a form, or one cell of a table, with what it holds and what is wrong with it.</summary>
/// <param name="Name">Name of the input, as <c>UrlEncodedForm</c> reads it: <c>total</c>, <c>lines[0].amount</c>.</param>
/// <param name="Value">The stored or typed value; null when there is none.</param>
public sealed record FieldView(Field Field, string Name, JsonElement? Value, FieldScope Scope)
{
    /// <summary>More places than this are not chosen from a list.</summary>
    private const int MostOptions = 600;

    public string Id { get; } = IdOf(Name);

    public string Label => Field.Label.In(Scope.English);

    public string ErrorId => $"{Id}-error";

    public string HelpId => $"{Id}-help";

    public InputKind Kind =>
        Field.Kind switch
        {
            FieldKind.Multiline => InputKind.Lines,
            FieldKind.Integer or FieldKind.Number or FieldKind.Money => InputKind.Number,
            FieldKind.Date => InputKind.Date,
            FieldKind.Boolean => InputKind.YesNo,
            FieldKind.Choice => InputKind.One,
            FieldKind.Choices => InputKind.Several,
            FieldKind.Unit when Field.Level is Areas.Village => InputKind.Suggest, // others than the chosen ones can be meant, too
            FieldKind.Unit => Options.Count is > 0 and <= MostOptions ? InputKind.One : InputKind.Line,
            FieldKind.Person or FieldKind.Title => InputKind.Suggest,
            FieldKind.Phone => InputKind.Phone,
            FieldKind.Link => InputKind.Link,
            FieldKind.Location => InputKind.Location,
            FieldKind.Table => InputKind.Table,
            FieldKind.File or FieldKind.Video or FieldKind.Images or FieldKind.Sheet => InputKind.Files,
            FieldKind.Text or FieldKind.Given or FieldKind.Family => InputKind.Line,
            _ => throw new InvalidOperationException($"Unknown kind {Field.Kind}"),
        };

    /// <summary>Several inputs under one name are a group with a legend; one input has a label.</summary>
    public bool IsGroup => Kind is InputKind.Date or InputKind.YesNo or InputKind.Several or InputKind.Table or InputKind.Files;

    /// <summary>What can be chosen, or is suggested.</summary>
    public IReadOnlyList<Option> Options { get; } = FieldOptions.Of(Field, Scope);

    /// <summary>Faults of this input. The faults of a table's cells are shown at the cells.</summary>
    public IReadOnlyList<Text> Errors { get; } =
    [.. Scope.Errors.Where(e => IsOf(e.Path, Name, Field.Kind)).Select(e => e.Message).Distinct()];

    public string Words => Value is { } value ? FieldValue.Words(value) : "";

    /// <summary>The one option that is chosen, whichever way it was named.</summary>
    public string Chosen => FieldValue.Chosen(Field, Words, Scope);

    public IReadOnlyList<string> ChosenOf =>
        Value is { } value ? [.. FieldValue.Each(value).Select(w => FieldValue.Chosen(Field, w, Scope))] : [];

    public DateParts Date => DateParts.Of(Words);

    /// <summary>What was understood of a date or number, in words; null while there is none.</summary>
    public Text? Echo =>
        Kind switch
        {
            InputKind.Date => ThaiDate.ParseAny(Date.Join()) is { } day ? ValueWords.Of(day) : null,
            InputKind.Number => WrittenNumber.Parse(Words) is { Value: var number } && NumberLimits.IsCountable(number)
                ? ValueWords.Of(Field, number)
                : null,
            _ => null,
        };

    /// <summary>The answer to a yes-or-no question; null while it is not answered.</summary>
    public bool? Yes =>
        Words switch
        {
            "true" or "on" or "ใช่" => true,
            "false" or "ไม่ใช่" => false,
            _ => null,
        };

    /// <summary>The lines of a table: those that hold something, then empty ones.</summary>
    public IReadOnlyList<IReadOnlyList<FieldView>> Rows => TableRows.Of(this);

    /// <summary>A cell of this table; <paramref name="row"/> null makes the pattern that script copies.</summary>
    public FieldView Cell(Field column, int? row, JsonElement? value) =>
        new(column, $"{Name}[{(row is { } n ? $"{n}" : TableRows.Pattern)}].{column.Id}", value, Scope);

    /// <summary>Id of the HTML element of an input. The summary of errors links to it.</summary>
    public static string IdOf(string path) => "f-" + string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' ? c : '-'));

    /// <summary>
    /// True when a fault belongs to the input. A fault may name one place of a list (<c>kinds[2]</c>), but the list is a single input.
    /// </summary>
    private static bool IsOf(string path, string name, FieldKind kind) =>
        string.Equals(path, name, StringComparison.Ordinal)
        || (kind is not FieldKind.Table && path.StartsWith(name + "[", StringComparison.Ordinal));
}
