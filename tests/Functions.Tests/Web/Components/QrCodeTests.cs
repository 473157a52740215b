using System.Globalization;
using System.Text.RegularExpressions;
using CddFunctions.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using QRCoder;

namespace CddFunctions.Tests.Web.Components;

public sealed partial class QrCodeTests
{
    [Theory]
    [InlineData("a")]
    [InlineData(
        "https://example.go.th/api/ui/rayong-2567?t=eyJpIjoiMGIxNDQwYzEyZTFmOGEyZCIsImMiOiJyYXlvbmctMjU2NyIsInIiOiJvZmZpY2VyIiwicyI6IjIxMDEifQ.abc"
    )]
    public async Task The_strokes_cover_exactly_the_dark_modules(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var dark = data
            .ModuleMatrix.SelectMany((row, y) => row.OfType<bool>().Select((on, x) => (On: on, At: (x, y))))
            .Where(m => m.On)
            .Select(m => m.At);

        Assert.Equal(dark.Order(), Drawn(await RenderAsync(text)).Order());
    }

    /// <summary>Walks the path as a browser does: each stroke begins where the last one ended.</summary>
    private static IEnumerable<(int X, int Y)> Drawn(string svg)
    {
        var x = 0;
        var y = 0;
        Assert.Contains("d=\"M0 .5m", svg);
        foreach (Match stroke in Stroke().Matches(svg))
        {
            var dx = Number(stroke, "x");
            var dy = Number(stroke, "y");
            var length = Number(stroke, "n");
            (x, y) = (x + dx, y + dy);
            for (var i = 0; i < length; i++)
                yield return (x++, y);
        }
    }

    private static int Number(Match stroke, string group) => int.Parse(stroke.Groups[group].Value, CultureInfo.InvariantCulture);

    private static async Task<string> RenderAsync(string text)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var view = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Text"] = text });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<QrCode>(view)).ToHtmlString());
    }

    [GeneratedRegex(@"m(?<x>-?\d+) (?<y>\d+)h(?<n>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stroke();
}
