using System.Text.Json.Nodes;
using CddFunctions.Campaigns.Model;
using CddFunctions.Platform.Thai;
using CddFunctions.Submissions.Fields.Pages;

namespace CddFunctions.Submissions.HandIns.Pages;

/// <summary>
/// Pure: what tells one hand-in of a repeatable form from another: its kind, place, date and title, else the beginning of its text.
/// Personal fields are never in it.
/// </summary>
public static class HandInLabel
{
    private const int MostParts = 3;
    private const int MostLetters = 60;

    /// <returns>Empty when the form has nothing to tell it by.</returns>
    public static string Of(Form form, JsonObject fields, FieldWords words)
    {
        var open = form.Fields.Where(f => !f.Personal && fields[f.Id] is not null).ToList();
        var parts = open.Where(f => f.Kind is FieldKind.Choice or FieldKind.Unit or FieldKind.Date or FieldKind.Text)
            .Take(MostParts)
            .ToList();
        if (parts.Count == 0)
            parts = [.. open.Where(f => f.Kind is FieldKind.Multiline).Take(1)];

        return string.Join(" · ", parts.Select(f => Clip(words.Of(f, fields[f.Id]))));
    }

    private static string Clip(string text) =>
        ThaiText.Clip(text, MostLetters) is var clipped && clipped.Length < text.Length ? clipped + "…" : text;
}
