using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CddFunctions.Pages;

/// <summary>The stylesheet, the fonts and the icon, all inside the program. Their addresses change with their content.</summary>
public static class PageAssets
{
    private const string Root = "/api/ui/assets/";
    private const string Resources = "Pages.Assets.";

    private static readonly Dictionary<string, byte[]> Files = typeof(PageAssets).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Resources, StringComparison.Ordinal))
        .ToDictionary(n => n[Resources.Length..], Read, StringComparer.Ordinal);

    public static string Stylesheet { get; } = Address("site.css");

    public static string Icon { get; } = Address("icon.svg");

    /// <summary>Kept for a year by whoever asks for this very version; others must ask again each time.</summary>
    public static IResult Send(string file, string? v, HttpResponse response)
    {
        if (Files.GetValueOrDefault(file) is not { } content)
            return TypedResults.NotFound();

        var pinned = Path.GetExtension(file) is ".woff2" || string.Equals(v, Hash(content), StringComparison.Ordinal);
        response.Headers.CacheControl = pinned ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(content, ContentType(file), entityTag: new EntityTagHeaderValue($"\"{Hash(content)}\""));
    }

    private static string Address(string file) => $"{Root}{file}?v={Hash(Files[file])}";

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content)[..6]);

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "font/woff2",
    };

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(resource)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
