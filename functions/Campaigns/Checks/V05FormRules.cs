using CddFunctions.Campaigns.Model;

namespace CddFunctions.Campaigns.Checks;

/// <summary>V5: the rules of a form can be read, and read fields (or printed facts) that exist and can be counted with.</summary>
internal static class V05FormRules
{
    private static readonly FieldKind[] Amounts = [FieldKind.Integer, FieldKind.Number, FieldKind.Money, FieldKind.Date];
    private static readonly FieldKind[] Lists = [FieldKind.Table, FieldKind.Choices, FieldKind.Images];

    public static IEnumerable<Fault> Check(Definition definition) =>
        from form in definition.Campaign.Forms
        from rule in form.Rules ?? []
        from fault in Check(definition, form, rule.Assert, $"forms/{form.Id}/rules/{rule.Id}/assert")
        select fault;

    private static IEnumerable<Fault> Check(Definition definition, Form form, string text, string path)
    {
        var (expression, mistake) = CampaignExpression.Parse(text);
        if (expression is null)
            return [new("V5", path, mistake!.Message, Severity.Error)];

        var strangers = expression
            .Names.Where(n => !definition.Has("facts", n) && !Is(form.Fields, n, Amounts))
            .Concat(expression.Calls.Where(c => !IsCallable(form, c)).Select(c => c.Column is null ? c.Table : $"{c.Table}.{c.Column}"));
        return strangers.Select(s => Fault.Error("V5", path, $"{s} ไม่ใช่ช่องที่คำนวณได้", $"{s} is no field to calculate with"));
    }

    private static bool IsCallable(Form form, ExpressionCall call)
    {
        var columns = form.Fields.FirstOrDefault(f => string.Equals(f.Id, call.Table, StringComparison.Ordinal))?.Columns;
        return call.Column is null
            ? Is(form.Fields, call.Table, Lists)
            : columns is not null && Is(columns, call.Column, call.Function is "sum" ? Amounts : Enum.GetValues<FieldKind>());
    }

    private static bool Is(IReadOnlyList<Field> fields, string id, FieldKind[] kinds) =>
        fields.Any(f => string.Equals(f.Id, id, StringComparison.Ordinal) && kinds.Contains(f.Kind));
}
