using System.Text.Json.Nodes;

namespace CddFunctions.Demo;

/// <summary>What the people of the stories can do with hand-ins.</summary>
public static class Deeds
{
    public static Deed HandIn(string task, string unit, Fields fields, params Attachment[] files) =>
        new("ส่ง", task, unit, (who, ct) => HandInAsync(who, task, unit, fields, files, incomplete: false, ct));

    /// <summary>Sends what there is of an aggregated task, in so many words.</summary>
    public static Deed HandInIncomplete(string task, string unit, Fields fields) =>
        new("ส่งเท่าที่มี", task, unit, (who, ct) => HandInAsync(who, task, unit, fields, [], incomplete: true, ct));

    public static Deed Revise(string task, string unit, Fields fields) =>
        new(
            "ส่งฉบับแก้ไข",
            task,
            unit,
            async (who, ct) =>
            {
                var current = await who.GetAsync(Submissions(task, unit), ct);
                return current.IsRefused
                    ? current
                    : await who.PutAsync(Submissions(task, unit), Body(fields, []), ct, ifMatch: current.ETag);
            }
        );

    public static Deed Accept(string task, string unit) =>
        new("รับงาน", task, unit, (who, ct) => ReviewAsync(who, task, unit, new() { ["decision"] = "accept" }, ct));

    public static Deed Return(string task, string unit, string reason) =>
        new(
            "ส่งกลับแก้ไข",
            task,
            unit,
            (who, ct) => ReviewAsync(who, task, unit, new() { ["decision"] = "return", ["reason"] = reason }, ct)
        );

    public static Deed Extend(string task, string unit, string until, string reason) =>
        new(
            "ขยายเวลา",
            task,
            unit,
            (who, ct) =>
                who.PostAsync($"obligations/{task}/{unit}/extension", new JsonObject { ["until"] = until, ["reason"] = reason }, ct)
        );

    private static async Task<Answer> HandInAsync(
        Actor who,
        string task,
        string unit,
        Fields fields,
        Attachment[] files,
        bool incomplete,
        CancellationToken ct
    )
    {
        var uploads = new JsonObject();
        foreach (var file in files)
        {
            var (id, refusal) = await Uploads.SendAsync(who, task, file, ct);
            if (refusal is not null)
                return refusal;
            uploads[file.Field] = id;
        }

        var body = Body(fields, uploads);
        if (incomplete)
            body["incomplete"] = true;
        return await who.PostAsync(Submissions(task, unit), body, ct, key: $"{Guid.NewGuid():N}");
    }

    /// <summary>Decides what the unit handed in; of a repeatable form everything that still waits.</summary>
    private static async Task<Answer> ReviewAsync(Actor who, string task, string unit, JsonObject decision, CancellationToken ct)
    {
        var read = await who.GetAsync(Submissions(task, unit), ct);
        if (read.IsRefused || read.Body?["submissions"] is not JsonArray many)
            return read.IsRefused ? read : await DecideAsync(read.ETag);

        foreach (var one in many.Where(s => s!["state"]!.GetValue<string>() is "submitted"))
        {
            decision["receipt"] = one!["current"]!["receipt"]!.GetValue<string>();
            if (await DecideAsync(one["eTag"]!.GetValue<string>()) is { IsRefused: true } refusal)
                return refusal;
        }

        return read;

        Task<Answer> DecideAsync(string? version) => who.PostAsync(Submissions(task, unit) + "/review", decision, ct, ifMatch: version);
    }

    private static JsonObject Body(Fields fields, JsonObject uploads) =>
        new() { ["fields"] = System.Text.Json.JsonSerializer.SerializeToNode(fields, Platform.Json.Options), ["uploads"] = uploads };

    private static string Submissions(string task, string unit) => $"tasks/{task}/units/{unit}/submissions";
}
