using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CddFunctions.Web;

/// <summary>
/// The stylesheet, the scripts, the fonts and the icon, all inside the program. Their addresses change with their content.
/// </summary>
public static class PageAssets
{
    private const string Root = "/api/ui/assets/";
    private const string Resources = "Assets.";
    private const string Styles = "Styles.";
    private const string Sheet = "site.css";

    private static readonly Dictionary<string, byte[]> Files = Load();

    /// <summary>
    /// Address of the stylesheet: all files of <c>Styles/</c> in the order of their names, joined so that one request fetches them.
    /// </summary>
    public static string Stylesheet { get; } = Address(Sheet);

    public static string Icon { get; } = Address("icon.svg");

    public static string Script(string file) => Address(file);

    /// <summary>
    /// Sends a file. A browser may keep it for a year when it is a font or the address names
    /// its current version; else the browser must ask again each time.
    /// </summary>
    public static IResult Send(string file, string? v, HttpResponse response)
    {
        if (Files.GetValueOrDefault(file) is not { } content)
            return TypedResults.NotFound();

        var pinned = Path.GetExtension(file) is ".woff2" || string.Equals(v, Hash(content), StringComparison.Ordinal);
        response.Headers.CacheControl = pinned ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(content, ContentType(file), entityTag: new EntityTagHeaderValue($"\"{Hash(content)}\""));
    }

    private static Dictionary<string, byte[]> Load()
    {
        var files = Names(Resources).ToDictionary(n => n[Resources.Length..], Read, StringComparer.Ordinal);
        files[Sheet] = [.. Names(Styles).Order(StringComparer.Ordinal).SelectMany(Read)];
        return files;
    }

    private static IEnumerable<string> Names(string prefix) =>
        typeof(PageAssets).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal));

    private static string Address(string file) => $"{Root}{file}?v={Hash(Files[file])}";

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content)[..6]);

    private static string ContentType(string file) =>
        Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
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
