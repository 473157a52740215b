using System.Globalization;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.Fields;

/// <summary>What is wrong with a hand-in, field by field: shape (400) apart from the programme's rules (422).</summary>
public sealed class FieldFaults
{
    /// <summary>Most faults of each sort that one answer names. Nobody would read more, and the answer has to stay sendable.</summary>
    public const int Most = 10_000;

    private readonly List<FieldError> _shape = [];
    private readonly List<FieldError> _rules = [];

    public bool None => _shape.Count + _rules.Count == 0;

    /// <summary>True when the field, or a cell of the table, has a fault: a rule that reads it would only repeat that.</summary>
    public bool IsIn(string field) =>
        _shape.Concat(_rules).Any(e => e.Path.StartsWith(field, StringComparison.Ordinal) && e.Path[field.Length..] is "" or ['[', ..]);

    public void Shape(string path, string code, string th, string en) => Add(_shape, new(path, code, new(th, en)));

    public void Shape(string path, string code, Text message) => Add(_shape, new(path, code, message));

    public void Rule(string path, string code, string th, string en) => Rule(new(path, code, new(th, en)));

    public void Rule(FieldError error) => Add(_rules, error);

    /// <summary>The refusal, with every fault of either sort; null when there is none. One that cannot be read makes it 400.</summary>
    public Problem? ToProblem()
    {
        if (_shape.Count > 0)
            return SubmissionProblems.FieldsMalformed(All);
        return _rules.Count > 0 ? SubmissionProblems.RulesBroken(_rules) : null;
    }

    /// <summary>All faults. A roster is answered with 422, whatever their sort.</summary>
    public IReadOnlyList<FieldError> All => [.. _shape, .. _rules];

    private static void Add(List<FieldError> errors, FieldError error)
    {
        if (errors.Count < Most)
            errors.Add(error);
    }

    public static string Show(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
