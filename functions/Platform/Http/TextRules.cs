using System.Globalization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CddFunctions.Platform.Http;

/// <summary>Text comes in UTF-8. In any other charset Thai letters would be stored as others, so it is refused (415).</summary>
public static class TextRules
{
    /// <summary>Bytes of a byte order mark.</summary>
    public const int MarkLength = 3;

    private const char Lost = '\uFFFD';
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Refuses a content type that names another charset. ASCII is a part of UTF-8.</summary>
    public static Problem? Refuse(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && HeaderUtilities.RemoveQuotes(type.Charset) is { HasValue: true, Length: > 0 } charset
        && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        && !charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
            ? CommonProblems.NotUtf8(charset.Value)
            : null;

    /// <summary>Takes the charset out of the header, too: the framework fails at some ways to write UTF-8.</summary>
    internal static Problem? RefuseJson(HttpRequest request)
    {
        if (Refuse(request.ContentType) is { } problem)
            return problem;

        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue)
            request.ContentType = type.MediaType.Value;
        return null;
    }

    public static bool IsUrlEncoded(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the body of a form, checks it and goes back to its start, behind a byte order mark.</summary>
    internal static async Task<Problem?> RefuseUrlEncodedAsync(HttpRequest request)
    {
        request.Body.Position = 0;
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        var body = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        var start = HasMark(body.Span) ? MarkLength : 0;
        request.Body.Position = start;
        if (start > 0)
            request.HttpContext.Features.Set<IFormFeature>(null); // what was read of it before holds the mark
        return IsUtf8(body.Span) ? null : CommonProblems.NotUtf8();
    }

    /// <summary>Reads the form as the handler will. Where bytes were no UTF-8, its texts hold the sign of a lost letter.</summary>
    internal static async Task<Problem?> RefuseFormAsync(HttpRequest request)
    {
        var start = request.Body.Position;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            request.Body.Position = start;
            var texts = form.Keys.Concat(form.SelectMany(f => f.Value)).Concat(form.Files.SelectMany(f => new[] { f.Name, f.FileName }));
            return texts.Any(t => t?.Contains(Lost, StringComparison.Ordinal) is true) ? CommonProblems.NotUtf8() : null;
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return CommonProblems.Malformed(); // cut off, or with more inputs than any form of ours
        }
    }

    public static bool HasMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith(Mark);

    /// <summary>True when the text is UTF-8 once its percent signs are resolved, as in queries and forms.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> encoded)
    {
        var plain = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var isEscape = encoded[i] == '%' && i + 2 < encoded.Length;
            if (isEscape && byte.TryParse(encoded.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                plain[length++] = b;
                i += 2;
            }
            else
            {
                plain[length++] = encoded[i];
            }
        }

        return Utf8.IsValid(plain.AsSpan(0, length));
    }
}
