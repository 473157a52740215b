using System.Globalization;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns;

using Amount = Func<IExpressionScope, decimal?>;

/// <summary>comparison = sum ("=" …) sum · sum = product (("+" | "-") product)* · product = atom (("*" | "/") atom)*</summary>
internal sealed class ExpressionParser(string text)
{
    private readonly IReadOnlyList<ExpressionToken> _tokens = ExpressionToken.Split(text);
    private readonly List<string> _names = [];
    private readonly List<ExpressionCall> _calls = [];
    private int _next;
    private int _depth;
    private ExpressionFault? _fault;

    private ExpressionToken Current => _tokens[_next];

    public ExpressionReading Read()
    {
        if (text.Length > CampaignExpression.MaxLength)
            return new(null, new(CampaignExpression.MaxLength, new("นิพจน์ยาวเกินไป", "the expression is too long")));

        var left = Sum();
        var compare = Comparison();
        var right = Sum();
        if (!Current.IsEnd)
            Refuse("มีส่วนเกินท้ายนิพจน์", "there is something after the expression");

        return _fault is not null
            ? new(null, _fault)
            : new(new(s => left(s) is { } a && right(s) is { } b ? compare(a, b) : null, _names, _calls), null);
    }

    private Func<decimal, decimal, bool> Comparison()
    {
        var token = Take();
        switch (token.Text)
        {
            case "=":
                return static (a, b) => a == b;
            case "!=":
                return static (a, b) => a != b;
            case "<":
                return static (a, b) => a < b;
            case "<=":
                return static (a, b) => a <= b;
            case ">":
                return static (a, b) => a > b;
            case ">=":
                return static (a, b) => a >= b;
            default:
                Refuse(token, "ต้องเป็นเครื่องหมายเปรียบเทียบ = != < <= > >=", "a comparison is expected here: = != < <= > >=");
                return static (_, _) => false;
        }
    }

    private Amount Sum()
    {
        var sum = Product();
        while (Current.Text is "+" or "-")
            sum = Join(sum, Take().Text is "+" ? decimal.Add : decimal.Subtract, Product());
        return sum;
    }

    private Amount Product()
    {
        var product = Atom();
        while (Current.Text is "*" or "/")
            product = Join(product, Take().Text is "*" ? decimal.Multiply : decimal.Divide, Atom());
        return product;
    }

    private static Amount Join(Amount left, Func<decimal, decimal, decimal> apply, Amount right) =>
        s => left(s) is { } a && right(s) is { } b ? apply(a, b) : null;

    private Amount Atom()
    {
        var token = Take();
        if (token.Text is "(")
            return Parenthesis(token);
        if (decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return _ => number;
        if (Current.Text is "(")
            return Call(token);
        if (token.IsName)
        {
            _names.Add(token.Text);
            return s => s.Number(token.Text);
        }

        Refuse(token, "ต้องเป็นชื่อ จำนวน หรือวงเล็บ", "a name, a number or a parenthesis is expected here");
        return static _ => null;
    }

    private Amount Parenthesis(ExpressionToken open)
    {
        if (++_depth > CampaignExpression.MaxDepth)
        {
            Refuse(open, "วงเล็บซ้อนลึกเกินไป", "parentheses are nested too deeply");
            _next = _tokens.Count - 1;
            return static _ => null;
        }

        var inner = Sum();
        Close();
        _depth--;
        return inner;
    }

    private Amount Call(ExpressionToken function)
    {
        _next++;
        var argument = Take();
        Close();
        var parts = argument.IsName ? argument.Text.Split('.') : [];
        _calls.Add(new(function.Text, parts.FirstOrDefault() ?? "", parts.ElementAtOrDefault(1)));
        switch (function.Text, parts)
        {
            case ("sum", [var table, var column]):
                return s => s.Sum(table, column);
            case ("count", [var table]):
                return s => s.Count(table);
            case ("distinct", [var table, var column]):
                return s => s.Distinct(table, column);
            default:
                Refuse(
                    function,
                    "มีได้เฉพาะ sum(ตาราง.คอลัมน์) count(ตาราง) distinct(ตาราง.คอลัมน์)",
                    "only sum(table.column), count(table) and distinct(table.column) exist"
                );
                return static _ => null;
        }
    }

    private void Close()
    {
        var token = Take();
        if (token.Text is not ")")
            Refuse(token, "ขาดวงเล็บปิด", "a closing parenthesis is missing");
    }

    private ExpressionToken Take()
    {
        var token = Current;
        if (!token.IsEnd)
            _next++;
        return token;
    }

    private void Refuse(string th, string en) => Refuse(Current, th, en);

    // Only the first fault is kept: the faults after it are mostly consequences of the first.
    private void Refuse(ExpressionToken at, string th, string en) => _fault ??= new(at.Position, new Text(th, en));
}
