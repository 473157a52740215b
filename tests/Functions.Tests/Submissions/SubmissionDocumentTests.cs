using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CddFunctions.Platform;
using CddFunctions.Platform.Storage;
using CddFunctions.Submissions;

namespace CddFunctions.Tests.Submissions;

public sealed class SubmissionDocumentTests
{
    /// <summary>Unknown members are refused, so what earlier versions wrote must keep its name.</summary>
    [Fact]
    public void The_document_of_an_accepted_hand_in_has_the_revision_three_times_and_opens()
    {
        var at = new DateTimeOffset(2024, 5, 10, 2, 0, 0, TimeSpan.Zero);
        var accepted = new Revision(
            1,
            "receipt",
            1,
            at,
            null,
            null,
            "key",
            "body",
            [],
            new Dictionary<string, IReadOnlyList<AttachedFile>>(),
            []
        )
        {
            Decision = new(true, null, at, "x"),
        };

        var document = new Submission("t-plan", "2101", null, [accepted]).ToBody();

        var kept = JsonNode.Parse(document)!.AsObject();
        Assert.Equal(["task", "unit", "revisions", "current", "lastAccepted"], kept.Select(m => m.Key));
        Assert.Equal("receipt", JsonSerializer.Deserialize<Submission>(Encoding.UTF8.GetString(document), Json.Options)!.Current?.Receipt);
    }
}
