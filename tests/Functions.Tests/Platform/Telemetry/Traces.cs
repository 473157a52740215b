using System.Globalization;
using System.Text;

namespace CddFunctions.Tests.Platform.Telemetry;

/// <summary>Looks for a text in bytes, in every form in which it could have been written down.</summary>
internal static class Traces
{
    public static IEnumerable<string> Of(string secret, byte[] output) =>
        Forms(secret).Where(form => output.AsSpan().IndexOf(Encoding.UTF8.GetBytes(form)) >= 0).Select(form => $"{secret} as {form}");

    private static IEnumerable<string> Forms(string text) =>
        new[]
        {
            text,
            Uri.EscapeDataString(text),
            Uri.EscapeDataString(text).ToLowerInvariant(),
            Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal),
            Escaped(text, "x4"),
            Escaped(text, "X4"),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('='),
            Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
            Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        }.Distinct(StringComparer.Ordinal);

    private static string Escaped(string text, string format) =>
        string.Concat(text.Select(c => c < 128 ? c.ToString() : $"\\u{((int)c).ToString(format, CultureInfo.InvariantCulture)}"));
}
