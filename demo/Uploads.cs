using System.Text.Json.Nodes;

namespace CddFunctions.Demo;

/// <summary>A file on its way: ticket, bytes, and the id that a hand-in names.</summary>
public static class Uploads
{
    /// <returns>The upload's id, or the refusal of the ticket or of the measured file.</returns>
    public static async Task<(string? Id, Answer? Refusal)> SendAsync(Actor who, string task, Attachment file, CancellationToken ct)
    {
        var bytes = file.Make();
        var ticket = await who.PostAsync(
            "uploads",
            new JsonObject
            {
                ["fileName"] = file.FileName,
                ["contentType"] = "application/octet-stream",
                ["length"] = bytes.Length,
                ["task"] = task,
                ["field"] = file.Field,
            },
            ct
        );
        if (ticket.IsRefused)
            return (null, ticket);

        var sent = await who.UploadAsync(ticket.Body!["putUrl"]!.GetValue<string>(), bytes, ticket.Body["headers"] as JsonObject, ct);
        if (sent.IsRefused)
            return (null, sent);

        var id = ticket.Body["uploadId"]!.GetValue<string>();
        var measured = await who.PostAsync($"uploads/{id}/measure", new JsonObject(), ct);
        return measured.IsRefused ? (null, measured) : (id, null);
    }
}
