using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CddFunctions.Demo;

/// <summary>Makes an export of a campaign and brings its files home.</summary>
public static class Downloads
{
    /// <returns>The folder, <c>{folder}/exports/{campaign}</c>.</returns>
    /// <exception cref="DemoFailedException">The export is refused, or a file is not the one that was announced.</exception>
    public static async Task<string> FetchAsync(Actor admin, string campaign, string folder, CancellationToken ct)
    {
        var made = await admin.PostAsync(
            "exports",
            new JsonObject { ["label"] = "ข้อมูลสมมติเพื่อการสาธิต / made up for a demonstration", ["freeze"] = true },
            ct
        );
        if (made.Status != 201)
            throw new DemoFailedException($"The export of {campaign}: {made.Status} {made.Text}");

        var target = Path.Combine(folder, "exports", campaign);
        foreach (var file in made.Body!["files"]!.AsArray())
        {
            var name = file!["name"]!.GetValue<string>();
            var bytes = await admin.DownloadAsync(file["url"]!.GetValue<string>(), ct);
            if (
                !string.Equals(
                    Convert.ToHexStringLower(SHA256.HashData(bytes)),
                    file["sha256"]!.GetValue<string>(),
                    StringComparison.OrdinalIgnoreCase
                )
            )
                throw new DemoFailedException($"{name} of {campaign} is not the file that was announced.");

            var path = Path.Combine(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes, ct);
        }

        return target;
    }
}
