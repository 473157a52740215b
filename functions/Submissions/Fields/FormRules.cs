using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.Fields;

/// <summary>
/// Pure: the form's own rules (<c>sum(lines.amount) = total</c>). A broken warning is kept with the hand-in; a broken error refuses
/// it, and so does one that cannot be worked out.
/// </summary>
public static class FormRules
{
    public static IReadOnlyList<Warning> Check(Form form, JsonObject fields, FieldFaults faults)
    {
        var values = new FieldValues(JsonSerializer.SerializeToElement(fields, Json.Options));
        var warnings = new List<Warning>();
        foreach (var rule in form.Rules ?? [])
        {
            // A rule is passed over when one of its values is missing: if that value is required, its field reports the fault.
            if (CampaignExpression.Parse(rule.Assert).Expression is not { } expression || Reads(expression).Any(faults.IsIn))
                continue;
            if (Fault(rule, expression.Judge(values)) is not { } fault)
                continue;
            if (rule.Level is Severity.Error)
                faults.Rule(fault);
            else
                warnings.Add(new(rule.Id, fault.Message));
        }

        return warnings;
    }

    private static FieldError? Fault(FormRule rule, Verdict verdict) =>
        verdict switch
        {
            Verdict.Broken => new(rule.Id, "rule", new(rule.Th, rule.En)),
            Verdict.Uncomputable => new(
                rule.Id,
                "rule-uncomputable",
                new($"คำนวณไม่ได้ ตรวจตัวเลขอีกครั้ง: {rule.Th}", $"It cannot be worked out; check the figures: {rule.En}")
            ),
            _ => null,
        };

    private static IEnumerable<string> Reads(CampaignExpression expression) =>
        expression.Names.Concat(expression.Calls.Select(c => c.Table));
}
