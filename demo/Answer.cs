using System.Text.Json.Nodes;

namespace CddFunctions.Demo;

/// <summary>What came back over HTTP.</summary>
/// <param name="Text">The body as it was; <paramref name="Body"/> the same when it is JSON.</param>
public sealed record Answer(int Status, string Text, JsonNode? Body, string? ETag)
{
    public bool IsRefused => Status >= 400;

    /// <summary>Null when the answer is what the story expects, else what differs.</summary>
    public string? DifferenceFrom(Expected expected)
    {
        if (Status != expected.Status)
            return $"expected {expected.Status}, got {Status}: {Text}";
        if (expected.Dated && OnTime != expected.OnTime)
            return $"expected onTime {expected.OnTime?.ToString() ?? "null"}, got {OnTime?.ToString() ?? "null"}: {Text}";
        return expected.Says is { } says && !Text.Contains(says, StringComparison.Ordinal) ? $"expected '{says}' in: {Text}" : null;
    }

    /// <summary>For the printed story: Thai first, short.</summary>
    public string InWords(Expected expected)
    {
        if (IsRefused)
            return $"{Status} ✗ {Why}";

        var said = expected.Dated
            ? OnTime switch
            {
                true => " ทันกำหนด / on time",
                false => " ล่าช้า / late",
                null => "",
            }
            : "";
        var noted = expected.Says is { } says ? $" · {says}" : "";
        return $"{Status} ✓{said}{noted}";
    }

    /// <summary>The first thing that is wrong, else the refusal's own sentence.</summary>
    private string? Why => Body?["errors"]?.AsObject().First().Value![0]!.GetValue<string>() ?? Body?["detail"]?.GetValue<string>();

    private bool? OnTime => Body?["onTime"]?.GetValue<bool>();
}

/// <summary>The application did not answer as the story expects.</summary>
public sealed class DemoFailedException(string message) : Exception(message);
