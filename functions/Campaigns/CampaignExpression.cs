using CddFunctions.Platform;

namespace CddFunctions.Campaigns;

/// <summary>
/// The values that an expression can read. Null means that a value is
/// missing: a form rule does not apply then, and V9 reports a fault.
/// </summary>
public interface IExpressionScope
{
    decimal? Number(string name);

    /// <summary>An empty cell adds nothing.</summary>
    decimal? Sum(string table, string column);

    int? Count(string table);

    /// <summary>How many different values the column has; empty cells are not counted.</summary>
    int? Distinct(string table, string column);
}

/// <summary>What became of a comparison.</summary>
public enum Verdict
{
    Holds,
    Broken,

    /// <summary>A value that it reads is missing, so it says nothing.</summary>
    Missing,

    /// <summary>It divides by zero, or an amount is beyond decimal range.</summary>
    Uncomputable,
}

/// <param name="Position">Characters before the place where reading stopped making sense.</param>
public sealed record ExpressionFault(int Position, Text Message);

/// <summary>Result of parsing an expression: exactly one of the two members is set, the other is null.</summary>
public sealed record ExpressionReading(CampaignExpression? Expression, ExpressionFault? Fault);

/// <summary>A use of <c>sum(lines.amount)</c>, <c>count(lines)</c> or <c>distinct(lines.dimension)</c>; count has no column.</summary>
public sealed record ExpressionCall(string Function, string Table, string? Column);

/// <summary>
/// A comparison between amounts, as campaign files hold them: <c>sum(lines.amount) = total</c>,
/// <c>districts * volumes-per-district = 8</c>. Tokens are separated by spaces (names may contain a hyphen), arithmetic
/// is decimal, there are no variables, loops or calls beyond the three functions.
/// </summary>
public sealed class CampaignExpression
{
    public const int MaxLength = 500;
    public const int MaxDepth = 16;

    private readonly Func<IExpressionScope, bool?> _holds;

    internal CampaignExpression(Func<IExpressionScope, bool?> holds, IReadOnlyList<string> names, IReadOnlyList<ExpressionCall> calls) =>
        (_holds, Names, Calls) = (holds, names, calls);

    /// <summary>Ids of the facts or fields that the expression reads by name, outside of a function call.</summary>
    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<ExpressionCall> Calls { get; }

    public static ExpressionReading Parse(string text) => new ExpressionParser(text).Read();

    public Verdict Judge(IExpressionScope scope)
    {
        try
        {
            return _holds(scope) switch
            {
                true => Verdict.Holds,
                false => Verdict.Broken,
                null => Verdict.Missing,
            };
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException)
        {
            return Verdict.Uncomputable;
        }
    }
}
