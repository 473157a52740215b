using System.Text.Json.Nodes;

namespace CddFunctions.Demo;

/// <summary>Who plays: each gets a link from the administrator on the first entrance and keeps it.</summary>
public sealed class Cast(HttpClient http, string campaign, string adminKey)
{
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal) { ["admin"] = new(http, campaign, null, adminKey) };

    public Actor Admin => _actors["admin"];

    public async Task<Actor> FindAsync(string who, CancellationToken ct)
    {
        if (_actors.TryGetValue(who, out var known))
            return known;

        var (role, subject) =
            who.StartsWith("intake:", StringComparison.Ordinal) ? ("intake", who["intake:".Length..])
            : who is "viewer" ? ("viewer", "demo-viewer")
            : who is "first" or "second" ? ("admin", $"demo-{who}")
            : ("officer", who);
        var made = await Admin.PostAsync("links", new JsonObject { ["role"] = role, ["subject"] = subject }, ct);
        if (made.Status != 201)
            throw new DemoFailedException($"A link for {who}: {made.Status} {made.Text}");

        return _actors[who] = new(http, campaign, made.Body!["token"]!.GetValue<string>(), null);
    }
}
