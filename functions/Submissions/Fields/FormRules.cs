using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Campaigns;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform;

namespace CddFunctions.Submissions.Fields;

/// <summary>
/// Pure: the form's own rules (<c>sum(lines.amount) = total</c>). A broken warning is kept with the hand-in; a broken error refuses
/// it.
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
            if (CampaignExpression.Parse(rule.Assert).Expression?.Holds(values) is not false)
                continue;
            if (rule.Level is Severity.Error)
                faults.Rule(rule.Id, "rule", rule.Th, rule.En);
            else
                warnings.Add(new(rule.Id, new(rule.Th, rule.En)));
        }

        return warnings;
    }
}
