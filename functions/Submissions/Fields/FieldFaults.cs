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

    public void Shape(string path, string code, string th, string en) => Add(_shape, new(path, code, new(th, en)));

    public void Rule(string path, string code, string th, string en) => Rule(new(path, code, new(th, en)));

    public void Rule(FieldError error) => Add(_rules, error);

    /// <summary>The refusal; null when there is no fault. With faults of shape it names only those: a rule needs readable fields.</summary>
    public Problem? ToProblem()
    {
        if (_shape.Count > 0)
            return SubmissionProblems.FieldsMalformed(_shape);
        return _rules.Count > 0 ? SubmissionProblems.RulesBroken(_rules) : null;
    }

    /// <summary>All faults, for a roster: it answers faults of shape and of rules together, with 422.</summary>
    public IReadOnlyList<FieldError> All => [.. _shape, .. _rules];

    private static void Add(List<FieldError> errors, FieldError error)
    {
        if (errors.Count < Most)
            errors.Add(error);
    }

    public static string Show(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
