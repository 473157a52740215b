namespace CddFunctions.Tests;

/// <summary>
/// What the outside of the application was when it was last looked at, as text in the repository. Whoever means to change it
/// runs the test with <c>CDD_RECORD=1</c>, which writes the file anew, and the change is seen in the review.
/// </summary>
internal static class Recorded
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("CDD_RECORD") is "1";

    /// <param name="path">From the root of the repository.</param>
    public static void Compare(string path, IReadOnlyList<string> lines)
    {
        if (Writes)
            File.WriteAllLines(Path.Combine(Repository.Root, path), lines);

        var kept = Repository.Read(path).TrimEnd('\n').Split('\n');
        string[] differences =
        [
            .. kept.Except(lines, StringComparer.Ordinal).Select(l => "- " + l),
            .. lines.Except(kept, StringComparer.Ordinal).Select(l => "+ " + l),
        ];
        Assert.True(differences.Length == 0, $"{path} says otherwise:\n{string.Join('\n', differences)}");
    }
}
