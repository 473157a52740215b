using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CddFunctions.Tests.Host.FunctionsHost;

/// <summary>How the host tells its handler that a timer is due (the envelope), and what it makes of the answer.</summary>
internal static class TimerTick
{
    public static HttpRequestMessage ToHandler(TimerFunction timer, int port, DateTimeOffset? last, DateTimeOffset now)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/{timer.Name}")
        {
            Version = HttpVersion.Version11,
            Content = new StringContent(Envelope(timer, last, now).ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        message.Headers.TransferEncodingChunked = true;
        message.Headers.TryAddWithoutValidation("User-Agent", $"Azure-Functions-Host/{Forwarding.HostVersion}");
        Forwarding.AddHostHeaders(message, Guid.NewGuid().ToString());
        return message;
    }

    /// <returns>What the handler answered.</returns>
    /// <exception cref="InvalidOperationException">The invocation failed, or would never have ended.</exception>
    public static async Task<JsonObject> ReadAsync(TimerFunction timer, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{timer.Name} failed with {(int)answer.StatusCode}: {body}");
        if (body.Length == 0)
            throw new InvalidOperationException($"{timer.Name} answered {(int)answer.StatusCode} without a body: the host would wait until its timeout, and the timer would not fire again.");
        if (answer.Content.Headers.ContentType?.MediaType is not "application/json")
            throw new InvalidOperationException($"{timer.Name} failed: its answer is no JSON but {answer.Content.Headers.ContentType}.");

        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw new InvalidOperationException($"{timer.Name} failed: its answer is no JSON object: {body}");
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"{timer.Name} failed: its answer is no JSON: {body}", broken);
        }
    }

    private static JsonObject Envelope(TimerFunction timer, DateTimeOffset? last, DateTimeOffset now) => new()
    {
        ["Data"] = new JsonObject
        {
            [timer.Binding] = new JsonObject
            {
                ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
                ["ScheduleStatus"] = timer.Monitored ? new JsonObject { ["Last"] = last ?? DateTimeOffset.MinValue, ["Next"] = now, ["LastUpdated"] = last ?? DateTimeOffset.MinValue } : null,
                ["IsPastDue"] = false,
            },
        },
        ["Metadata"] = new JsonObject
        {
            ["sys"] = new JsonObject { ["MethodName"] = timer.Name, ["UtcNow"] = now.UtcDateTime, ["RandGuid"] = Guid.NewGuid() },
        },
    };
}
