using System.Globalization;

namespace CddFunctions.Tests.Http;

/// <summary>
/// The clock of a server, in whatever process it runs: a file that stands still until a test moves it, so that the last
/// second before a deadline stays that second. It lies in the server's folder, so a second server there goes by it too.
/// </summary>
internal sealed class TestClock(string path)
{
    public string Path => path;

    public DateTimeOffset Now
    {
        get => DateTimeOffset.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture);
        set
        {
            var beside = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllText(beside, value.ToString("O", CultureInfo.InvariantCulture));
            File.Move(beside, path, overwrite: true);
        }
    }
}
