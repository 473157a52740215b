using System.Net;
using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Http;

/// <summary>What came back: status, headers, and the body as text and, where it is JSON, as a tree.</summary>
internal sealed record Answer(HttpStatusCode Status, HttpResponseMessage Message, byte[] Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes)!;

    public int Code => (int)Status;

    public string ETag => Message.Headers.ETag?.ToString() ?? "";

    public string Type => Message.Content.Headers.ContentType?.MediaType ?? "";

    /// <summary>The code of a problem document: <c>already-submitted</c>.</summary>
    public string Problem => Json["type"]!.GetValue<string>()["/problems/".Length..];

    public JsonObject Errors => Json["errors"]!.AsObject();

    public string Say(string member) => Json[member]!.GetValue<string>();

    /// <summary>Fails with what the server said, which tells more than two numbers.</summary>
    public Answer Must(int status)
    {
        Assert.True(Code == status, $"{Code} instead of {status}: {Text}");
        return this;
    }

    public Answer Must(int status, string problem)
    {
        Must(status);
        Assert.Equal("application/problem+json", Type);
        Assert.Equal(problem, Problem);
        return this;
    }
}
