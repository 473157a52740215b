namespace CddFunctions.Demo.Files;

/// <summary>A PNG of one plain colour, 64 × 36 pixels: stands for a screenshot.</summary>
public static class DemoPicture
{
    private const string Plain =
        "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAkCAIAAAC2bqvFAAAAO0lEQVR42u3PQQkAAAgEsGtiIyvYv4UZfAqDFViq57UICAgICAgICAgICAgICAgICAgICAgICAgICNwspy4sasPNDLMAAAAASUVORK5CYII=";

    public static byte[] Png() => Convert.FromBase64String(Plain);
}
