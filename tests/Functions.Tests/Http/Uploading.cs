using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Http;

/// <summary>
/// A file on its way up, as a client sends it: to the application itself or straight to its file store, as the ticket says.
/// </summary>
internal static class Uploading
{
    public static Task<Answer> TicketAsync(HttpClient client, long length, string? task = null, string? field = null) =>
        TestServer.SendAsync(
            client,
            "POST",
            TestServer.Of("uploads"),
            new JsonObject
            {
                ["fileName"] = "เล่ม.pdf",
                ["contentType"] = "application/pdf",
                ["length"] = length,
                ["task"] = task,
                ["field"] = field,
            }
        );

    /// <summary>Sends the bytes and has them measured.</summary>
    /// <param name="client">Who asked for the ticket; the address takes the bytes from anyone.</param>
    /// <returns>The upload as the application took it, or its refusal.</returns>
    public static async Task<Answer> SendAsync(TestServer server, HttpClient client, Answer ticket, byte[] bytes)
    {
        var sent = await PutAsync(server, ticket, bytes);
        return IsDirect(ticket) && sent.Code == 201 ? await MeasureAsync(client, ticket) : sent;
    }

    public static Task<Answer> PutAsync(TestServer server, Answer ticket, byte[] bytes)
    {
        var headers = ticket.Json["headers"]?.AsObject().Select(h => (h.Key, h.Value!.GetValue<string>())) ?? [];
        return TestServer.SendAsync(
            server.Anyone,
            "PUT",
            ticket.Say("putUrl"),
            TestServer.Bytes(bytes, "application/octet-stream"),
            [.. headers]
        );
    }

    public static Task<Answer> MeasureAsync(HttpClient client, Answer ticket) =>
        TestServer.SendAsync(client, "POST", TestServer.Of($"uploads/{ticket.Say("uploadId")}/measure"));

    /// <summary>Past the application: it learns of the bytes when it is asked to measure them.</summary>
    public static bool IsDirect(Answer ticket) => ticket.Json["headers"] is not null;
}
