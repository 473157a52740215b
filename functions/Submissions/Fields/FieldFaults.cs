using System.Globalization;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.Fields;

/// <summary>What is wrong with a hand-in, field by field: shape (400) apart from the programme's rules (422).</summary>
public sealed class FieldFaults
{
    /// <summary>Nobody reads further, and an answer must stay an answer: the rest is not named.</summary>
    public const int Most = 10_000;

    private readonly List<FieldError> _shape = [];
    private readonly List<FieldError> _rules = [];

    public bool None => _shape.Count + _rules.Count == 0;

    public void Shape(string path, string code, string th, string en) => Add(_shape, new(path, code, new(th, en)));

    public void Rule(string path, string code, string th, string en) => Rule(new(path, code, new(th, en)));

    public void Rule(FieldError error) => Add(_rules, error);

    /// <summary>Shape comes first: rules over fields that could not be read would only confuse.</summary>
    public Problem? ToProblem()
    {
        if (_shape.Count > 0)
            return SubmissionProblems.FieldsMalformed(_shape);
        return _rules.Count > 0 ? SubmissionProblems.RulesBroken(_rules) : null;
    }

    /// <summary>All of them as rules: rosters answer every bad row at once with 422.</summary>
    public IReadOnlyList<FieldError> All => [.. _shape, .. _rules];

    private static void Add(List<FieldError> errors, FieldError error)
    {
        if (errors.Count < Most)
            errors.Add(error);
    }

    public static string Show(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
